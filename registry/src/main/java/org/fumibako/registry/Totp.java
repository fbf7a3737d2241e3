// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds (RFC 6238), of six digits, with HMAC-SHA-1, as every authenticator app makes them. */
final class Totp {
    /** Octets of a secret: as long as the hash (RFC 4226 §4). */
    static final int SECRET_OCTETS = 20;

    private static final long STEP_SECONDS = 30;

    /** Clocks of phones and the time that typing takes: one step to either side (RFC 6238 §5.2). */
    private static final int TOLERANCE = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step whose code it is, when it is one of about now. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        String typed = code.replace(" ", "");
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (typed.equals(code(secret, step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a step (RFC 4226 §5.3). */
    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ((hash[offset] & 0x7f) << 24)
                | ((hash[offset + 1] & 0xff) << 16)
                | ((hash[offset + 2] & 0xff) << 8)
                | (hash[offset + 3] & 0xff);
        String digits = String.valueOf(number % MODULUS);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] counter = new byte[Long.BYTES];
            for (int i = 0; i < Long.BYTES; i++) {
                counter[i] = (byte) (step >>> (Long.SIZE - Byte.SIZE * (i + 1)));
            }
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** Without padding (RFC 4648 §6), as authenticator apps take it. */
    static String base32(byte[] octets) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : octets) {
            held = (held << Byte.SIZE) | (octet & 0xff);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >>> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << (5 - bits) & 31));
        }
        return text.toString();
    }

    static byte[] octets(String base32) {
        byte[] octets = new byte[base32.length() * 5 / Byte.SIZE];
        int bits = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < base32.length() && next < octets.length; i++) {
            held = (held << 5) | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                octets[next++] = (byte) (held >>> bits);
                held &= (1 << bits) - 1;
            }
        }
        return octets;
    }
}
