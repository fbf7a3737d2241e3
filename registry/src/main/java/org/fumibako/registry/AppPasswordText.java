// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * How app passwords look, and what is kept of them: {@code k3mp-7xwd-qt2h-9vfa-c8ze}, twenty letters and digits of 32, drawn by a
 * random generator, which is 100 bits. A person's password is hashed slowly because it is one of some billions that people choose,
 * and whoever has the table tries them all; to try 2^100 none is fast enough, so an HMAC does. It also takes 10,000 times less than
 * Argon2id, and programs that have such passwords sign in all day.
 */
final class AppPasswordText {
    /** Of letters and digits that look alike, one. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;
    private static final int GROUP = 4;

    private AppPasswordText() {}

    /** A new one, without dashes. */
    static String random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** With dashes, for people. */
    static String grouped(String plain) {
        StringBuilder text = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < plain.length(); i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(plain.charAt(i));
        }
        return text.toString();
    }

    /** What was typed, without dashes and spaces and in lower case; empty when it cannot be an app password. */
    static Optional<String> plain(PreparedPassword typed) {
        String plain = typed.text().replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
        boolean fits = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return fits ? Optional.of(plain) : Optional.empty();
    }

    /** What the table is asked for. */
    static String hash(byte[] secret, long account, String plain) {
        byte[] message = (account + "\0" + plain).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(ScramHash.hmac(secret, message));
    }
}
