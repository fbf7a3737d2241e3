// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.security.SecureRandom;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** Makes what is kept of a new password: an Argon2id hash and SCRAM keys, derived at the same time. */
final class Passwords {
    /**
     * PBKDF2 rounds of SCRAM. RFC 7677 §4 asks for 4,096 at least; the client pays them at each sign-in, a phone some 50 ms,
     * and whoever steals the database pays them for each guess.
     */
    static final int SCRAM_ITERATIONS = 50_000;

    static final int SCRAM_SALT_OCTETS = 16;

    private final PasswordRules rules;
    private final PasswordHash hash;
    private final SecureRandom random;

    Passwords(PasswordRules rules, PasswordHash hash, SecureRandom random) {
        this.rules = rules;
        this.hash = hash;
        this.random = random;
    }

    /** What the account's row keeps. */
    record Hashed(String argon2, String scram) {}

    /** @throws RegistryException when the rules object to the password */
    Hashed hash(EmailAddress address, String password) {
        byte[] salt = new byte[SCRAM_SALT_OCTETS];
        random.nextBytes(salt);
        return hash(address, password, new Scram(salt, SCRAM_ITERATIONS));
    }

    /** What an account's SCRAM keys are derived with, its app passwords' too. */
    record Scram(byte[] salt, int iterations) {
        static Scram of(ScramText text) {
            return new Scram(text.salt(), text.iterations());
        }
    }

    /** @throws RegistryException when the rules object to the password */
    Hashed hash(EmailAddress address, String password, Scram with) {
        require(address.key(), address.localPart(), password);
        PreparedPassword prepared = PreparedPassword.of(password);
        ScramHash.Keys keys = ScramHash.derive(prepared.text(), with.salt(), with.iterations());
        ScramText scram = new ScramText(with.salt(), with.iterations(), keys.storedKey(), keys.serverKey());
        return new Hashed(hash.hash(prepared), scram.toString());
    }

    /** @throws RegistryException when the rules object to the password */
    void check(EmailAddress address, String password) {
        require(address.key(), address.localPart(), password);
    }

    /** For a login of the panel, which has no SCRAM: an Argon2id hash. */
    String hash(String login, String password) {
        require(login, login, password);
        return hash.hash(PreparedPassword.of(password));
    }

    private void require(String login, String shortName, String password) {
        Optional<PasswordRules.Objection> objection = rules.judge(login, shortName, password);
        if (objection.isPresent()) {
            throw objection.get().refusal();
        }
    }
}
