// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * SCRAM keys of accounts that do not exist: the same for the same login at every time and on every node, as real ones are,
 * so that nobody can ask for salts to find out which accounts there are.
 */
final class DecoyKeys {
    private final byte[] secret;

    /** @param secret random octets that all processes share */
    DecoyKeys(byte[] secret) {
        this.secret = secret;
    }

    Authenticator.ScramKeys of(String key) {
        byte[] salt = Arrays.copyOf(derived("salt", key), Passwords.SCRAM_SALT_OCTETS);
        return new Authenticator.ScramKeys(
                salt,
                Passwords.SCRAM_ITERATIONS,
                List.of(new Authenticator.ScramKey(derived("stored", key), derived("server", key), Optional.empty())));
    }

    private byte[] derived(String purpose, String key) {
        return ScramHash.hmac(secret, (purpose + "\0" + key).getBytes(StandardCharsets.UTF_8));
    }
}
