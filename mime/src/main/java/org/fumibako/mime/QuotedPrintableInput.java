// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Decodes quoted-printable (RFC 2045 §6.7) as it comes: an equals sign that introduces nothing stands for itself, white space
 * before a line break goes.
 */
final class QuotedPrintableInput extends InputStream {
    /** White space held back until it is known whether the line ends there; a longer run is content. */
    static final int MAX_SPACES = 1_000;

    private static final int CHUNK = 4_096;

    private enum State {
        TEXT,
        EQUALS,
        DIGIT,
        SOFT_BREAK,
        SOFT_BREAK_CR
    }

    private final InputStream in;
    private final byte[] encoded = new byte[CHUNK];
    private final byte[] decoded = new byte[CHUNK + MAX_SPACES + 2];
    private final byte[] spaces = new byte[MAX_SPACES];
    private int position;
    private int limit;
    private int held;
    private byte digit;
    private State state = State.TEXT;
    private boolean ended;

    QuotedPrintableInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? decoded[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(decoded, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == limit && !ended) {
            position = 0;
            limit = 0;
            int got = in.read(encoded, 0, CHUNK);
            for (int i = 0; i < got; i++) {
                octet(encoded[i]);
            }
            if (got < 0) {
                end();
            }
        }
        return position < limit;
    }

    private void octet(byte octet) {
        switch (state) {
            case TEXT -> text(octet);
            case EQUALS -> afterEquals(octet);
            case DIGIT -> afterDigit(octet);
            case SOFT_BREAK -> softBreak(octet);
            case SOFT_BREAK_CR -> {
                state = State.TEXT;
                if (octet != '\n') {
                    text(octet);
                }
            }
        }
    }

    private void text(byte octet) {
        if (isSpace(octet)) {
            hold(octet);
            return;
        }
        if (octet == '\r' || octet == '\n') {
            held = 0;
        }
        flushSpaces();
        if (octet == '=') {
            state = State.EQUALS;
        } else {
            emit(octet);
        }
    }

    private void afterEquals(byte octet) {
        if (Hex.digit(octet) >= 0) {
            digit = octet;
            state = State.DIGIT;
        } else if (octet == '\r' || octet == '\n' || isSpace(octet)) {
            state = State.SOFT_BREAK;
            softBreak(octet);
        } else {
            literally(octet);
        }
    }

    private void afterDigit(byte octet) {
        int low = Hex.digit(octet);
        if (low >= 0) {
            emit((byte) (Hex.digit(digit) << 4 | low));
            state = State.TEXT;
        } else {
            emit((byte) '=');
            emit(digit);
            state = State.TEXT;
            text(octet);
        }
    }

    private void softBreak(byte octet) {
        if (octet == '\n' || octet == '\r') {
            held = 0;
            state = octet == '\r' ? State.SOFT_BREAK_CR : State.TEXT;
        } else if (isSpace(octet) && held < MAX_SPACES) {
            hold(octet);
        } else {
            literally(octet);
        }
    }

    private void literally(byte octet) {
        emit((byte) '=');
        state = State.TEXT;
        flushSpaces();
        text(octet);
    }

    private void hold(byte octet) {
        if (held == MAX_SPACES) {
            flushSpaces();
        }
        spaces[held] = octet;
        held++;
    }

    private void flushSpaces() {
        System.arraycopy(spaces, 0, decoded, limit, held);
        limit += held;
        held = 0;
    }

    private void end() {
        ended = true;
        if (state == State.DIGIT) {
            emit((byte) '=');
            emit(digit);
        }
    }

    private void emit(byte octet) {
        decoded[limit] = octet;
        limit++;
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
