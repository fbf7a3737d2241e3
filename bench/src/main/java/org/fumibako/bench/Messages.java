// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/**
 * Builds the messages of the load: of one exact size, with the headers that real mail has and words that compress about as
 * text does, and a number in the Message-ID and the Subject that makes each one distinct. A prepared message is patched in
 * place, so that making one costs the client nearly nothing.
 */
final class Messages {

    private static final int DIGITS = 10;
    private static final String NUMBER = "0".repeat(DIGITS);
    private static final int LINE = 74;
    private static final long SEED = 20_261_125L;

    private Messages() {}

    /** A message of {@code size} octets, with CRLF line ends, no line that starts with a dot, and the number 0. */
    static Template ofSize(int size) {
        return ofSize(size, "taro.yamada@elsewhere.test");
    }

    /** The same from another author. */
    static Template ofSize(int size, String author) {
        StringBuilder text = new StringBuilder(size);
        text.append("Received: from relay.elsewhere.test (relay.elsewhere.test [192.0.2.25])\r\n")
                .append("\tby mx.elsewhere.test with ESMTPS id 4XyZ12abc; Wed, 25 Nov 2026 09:00:00 +0900\r\n")
                .append("Message-ID: <")
                .append(NUMBER)
                .append(".load@elsewhere.test>\r\n")
                .append("Date: Wed, 25 Nov 2026 09:00:00 +0900\r\n")
                .append("From: =?UTF-8?B?5bGx55SwIOWkqumDjg==?= <" + author + ">\r\n")
                .append("To: Load <load@example.test>, Second Reader <second@example.test>\r\n")
                .append("Cc: archive@elsewhere.test\r\n")
                .append("Subject: Report number ")
                .append(NUMBER)
                .append(" of the day\r\n")
                .append("References: <first.of.thread@elsewhere.test> <second.of.thread@elsewhere.test>\r\n")
                .append("In-Reply-To: <second.of.thread@elsewhere.test>\r\n")
                .append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n");
        fill(text, size);
        byte[] octets = text.toString().getBytes(US_ASCII);
        int first = text.indexOf(NUMBER);
        return new Template(octets, new int[] {first, text.indexOf(NUMBER, first + DIGITS)});
    }

    private static void fill(StringBuilder text, int size) {
        Random random = new Random(SEED);
        while (text.length() < size) {
            int left = size - text.length();
            // The last line takes what is left; no line is so short that only its end would remain.
            int length = left > 2 * LINE ? LINE : left;
            text.append(words(random, length - 2)).append("\r\n");
        }
    }

    private static String words(Random random, int length) {
        StringBuilder line = new StringBuilder(length);
        while (line.length() < length) {
            int word = 2 + random.nextInt(9);
            for (int i = 0; i < word; i++) {
                line.append((char) ('a' + random.nextInt(26)));
            }
            line.append(' ');
        }
        line.setLength(length);
        return line.toString();
    }

    /** A message and the places of its number. Not thread-safe: each connection takes a copy. */
    record Template(byte[] octets, int[] places) {

        Template copy() {
            return new Template(octets.clone(), places);
        }

        /** Puts a suffix after the message, such as SMTP's final dot. */
        Template followedBy(String suffix) {
            byte[] tail = suffix.getBytes(US_ASCII);
            byte[] joined = new byte[octets.length + tail.length];
            System.arraycopy(octets, 0, joined, 0, octets.length);
            System.arraycopy(tail, 0, joined, octets.length, tail.length);
            return new Template(joined, places);
        }

        /** Writes the number into the message. */
        byte[] numbered(long number) {
            for (int place : places) {
                long rest = number;
                for (int i = place + DIGITS - 1; i >= place; i--) {
                    octets[i] = (byte) ('0' + rest % 10);
                    rest /= 10;
                }
            }
            return octets;
        }
    }
}
