// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.Optional;

/**
 * The announcement of a literal at the end of a line: {@code {12}}, {@code {12+}} or {@code ~{12}} (RFC 9051 §4.3).
 *
 * @param start where it begins in the line
 * @param size octets announced; {@link Long#MAX_VALUE} for a number beyond that
 * @param synchronizing whether the client waits for a continuation before it sends the octets
 * @param binary a {@code literal8}, which may hold NUL
 */
record LiteralMark(int start, long size, boolean synchronizing, boolean binary) {
    private static final int MAX_DIGITS = 18;

    /** The literal that a line announces, whether or not the place where it stands makes sense. */
    static Optional<LiteralMark> atEndOf(byte[] line) {
        int end = line.length - 1;
        if (end < 2 || line[end] != '}') {
            return Optional.empty();
        }
        boolean synchronizing = line[end - 1] != '+';
        int lastDigit = synchronizing ? end - 1 : end - 2;
        int at = lastDigit;
        while (at >= 0 && Ascii.isDigit(line[at])) {
            at--;
        }
        if (at == lastDigit || at < 0 || line[at] != '{') {
            return Optional.empty();
        }
        long size = number(line, at + 1, lastDigit + 1);
        boolean binary = at > 0 && line[at - 1] == '~';
        return Optional.of(new LiteralMark(binary ? at - 1 : at, size, synchronizing, binary));
    }

    private static long number(byte[] line, int from, int to) {
        if (to - from > MAX_DIGITS) {
            return Long.MAX_VALUE;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (line[i] - '0');
        }
        return value;
    }
}
