// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The transparency of DATA (RFC 5321 §4.5.2), one buffer after the other: finds {@code CRLF . CRLF}, takes the first dot off
 * a line, and passes every other octet on as it is. Only CR LF is a line end here; a bare CR or LF is an ordinary octet, so
 * that it can neither end the message nor hide a dot.
 */
public final class DataScanner {
    private State state = State.LINE_START;

    /** What the octets before the next one were. */
    private enum State {
        LINE_START,
        TEXT,
        CR,
        DOT,
        DOT_CR,
        END
    }

    /** Whether the final dot has been met; what follows in the buffer is no longer the message. */
    public boolean ended() {
        return state == State.END;
    }

    /**
     * Takes octets {@code from} to {@code to} (exclusive) of {@code buffer}.
     *
     * @return the index after the last octet that belongs to the message or its end
     */
    public int scan(byte[] buffer, int from, int to, OutputStream sink) throws IOException {
        int run = from;
        int i = from;
        while (i < to && state != State.END) {
            byte octet = buffer[i];
            switch (state) {
                case TEXT -> {
                    i = indexOfCr(buffer, i, to);
                    if (i < to) {
                        state = State.CR;
                        i++;
                    }
                }
                case CR -> {
                    state = octet == '\n' ? State.LINE_START : octet == '\r' ? State.CR : State.TEXT;
                    i++;
                }
                case LINE_START -> {
                    if (octet == '.') {
                        sink.write(buffer, run, i - run);
                        run = i + 1;
                    }
                    state = octet == '.' ? State.DOT : octet == '\r' ? State.CR : State.TEXT;
                    i++;
                }
                case DOT -> {
                    if (octet == '\r') {
                        state = State.DOT_CR;
                        i++;
                        run = i;
                    } else {
                        state = State.TEXT;
                    }
                }
                case DOT_CR -> {
                    if (octet == '\n') {
                        state = State.END;
                        i++;
                        run = i;
                    } else {
                        // The CR that was held back belongs to the text: the line was more than a dot.
                        sink.write('\r');
                        state = State.CR;
                    }
                }
                case END -> {}
            }
        }
        sink.write(buffer, run, i - run);
        return i;
    }

    private static int indexOfCr(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '\r') {
            i++;
        }
        return i;
    }
}
