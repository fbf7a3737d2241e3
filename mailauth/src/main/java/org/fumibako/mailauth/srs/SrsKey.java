// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks the hashes in rewritten addresses. */
final class SrsKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    /**
     * Characters of a hash: 30 bits. A guess costs a whole SMTP recipient, and a right one only sends a bounce to an address that the
     * guesser could have written to himself; every character more keeps long senders from being rewritten.
     */
    static final int LENGTH = 6;

    private final SecretKeySpec key;

    SrsKey(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a key of " + secret.length + " octets");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] octets = mac.doFinal(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 4; i++) {
                bits = bits << 8 | (octets[i] & 0xFF);
            }
            return Base32.of(bits >> 2, LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    boolean made(String hash, String text) {
        return MessageDigest.isEqual(
                hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                hash(text).getBytes(StandardCharsets.UTF_8));
    }
}
