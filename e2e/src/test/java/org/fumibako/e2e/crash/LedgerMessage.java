// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A message that says who it is in its first header, so that it can be found again below whatever was put on top. */
record LedgerMessage(String id, byte[] octets) {

    static final String HEADER = "X-Ledger: ";

    private static final int LINE_OCTETS = 54;

    /** A message with {@code payload} octets of randomness, which no compression shrinks below that. */
    static LedgerMessage random(String id, int payload, RandomGenerator random) {
        StringBuilder text = new StringBuilder(payload * 3 / 2 + 256)
                .append(HEADER)
                .append(id)
                .append("\r\nMessage-ID: <")
                .append(id)
                .append("@ledger.test>\r\nFrom: ledger@elsewhere.test\r\nSubject: ledger\r\n\r\n");
        byte[] line = new byte[LINE_OCTETS];
        for (int left = payload; left > 0; left -= LINE_OCTETS) {
            random.nextBytes(line);
            // A dot at the line start, so that dot-stuffing takes part.
            text.append(left % 5 == 0 ? "." : "")
                    .append(Base64.getEncoder().encodeToString(line))
                    .append("\r\n");
        }
        return new LedgerMessage(id, text.toString().getBytes(US_ASCII));
    }

    String digest() {
        return digest(octets, 0);
    }

    /** SHA-256 of the octets from {@code start} on. */
    static String digest(byte[] octets, int start) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(octets, start, octets.length - start);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
