// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.io.InputStream;
import org.fumibako.model.Content;
import org.jspecify.annotations.Nullable;

/**
 * Walks over content line by line without making an object for a line. A line ends with LF or CRLF; one that is longer than
 * the window comes in several fragments.
 */
final class OctetWindow implements AutoCloseable {
    /** Small content is taken as it is, larger content is read through a buffer of this size. */
    static final int SIZE = 65_536;

    private static final byte LF = '\n';
    private static final byte CR = '\r';

    private final @Nullable InputStream in;
    private byte[] buffer;
    private int limit;
    private long base;
    private int from;
    private int to;
    private int next;
    private boolean startsLine;
    private boolean endsLine = true;
    private int lineBreak;
    private int previousBreak;
    private boolean endedWithCr;
    private long lines;

    private OctetWindow(@Nullable InputStream in, byte[] buffer, int limit) {
        this.in = in;
        this.buffer = buffer;
        this.limit = limit;
    }

    static OctetWindow over(Content content) throws IOException {
        return over(content, SIZE);
    }

    static OctetWindow over(Content content, int size) throws IOException {
        if (content.size() <= size) {
            byte[] all = content.bytes();
            return new OctetWindow(null, all, all.length);
        }
        return new OctetWindow(content.open(), new byte[size], 0);
    }

    /** Moves to the next fragment; false at the end. */
    boolean advance() throws IOException {
        endedWithCr = !endsLine && to > from && buffer[to - 1] == CR;
        previousBreak = endsLine ? lineBreak : previousBreak;
        startsLine = endsLine;
        from = next;
        int end = indexOfLf(from);
        if (end < 0 && refill()) {
            end = indexOfLf(from);
        }
        endsLine = end >= 0;
        if (endsLine) {
            endLine(end);
        } else {
            to = limit;
            next = limit;
            lineBreak = 0;
        }
        return next > from;
    }

    /** Skips to the end of content, counting lines: for bodies in which no delimiter can end anything. */
    void skipToEnd() throws IOException {
        do {
            for (int i = next; i < limit; i++) {
                if (buffer[i] == LF) {
                    lines++;
                }
            }
            from = limit;
            to = limit;
            next = limit;
        } while (refill());
    }

    private void endLine(int end) {
        next = end + 1;
        boolean cr = end > from ? buffer[end - 1] == CR : !startsLine && endedWithCr;
        lineBreak = cr ? 2 : 1;
        to = end > from && cr ? end - 1 : end;
        lines++;
    }

    private int indexOfLf(int start) {
        byte[] octets = buffer;
        for (int i = start; i < limit; i++) {
            if (octets[i] == LF) {
                return i;
            }
        }
        return -1;
    }

    /** Keeps what begins at {@code from} and reads behind it; false when nothing more can be had or held. */
    private boolean refill() throws IOException {
        if (in == null) {
            return false;
        }
        int kept = limit - from;
        if (kept == buffer.length) {
            return false;
        }
        System.arraycopy(buffer, from, buffer, 0, kept);
        base += from;
        next -= from;
        from = 0;
        int got = in.readNBytes(buffer, kept, buffer.length - kept);
        limit = kept + got;
        return got > 0;
    }

    byte[] octets() {
        return buffer;
    }

    /** Index of the fragment's first octet in {@link #octets}. */
    int from() {
        return from;
    }

    /** Index after its last octet, line break not counted. */
    int to() {
        return to;
    }

    /** Index after its last octet, line break counted. */
    int next() {
        return next;
    }

    /** Whether the fragment begins a line. */
    boolean startsLine() {
        return startsLine;
    }

    boolean isEmptyLine() {
        return startsLine && endsLine && to == from;
    }

    /** Where the fragment begins, from the start of content. */
    long offset() {
        return base + from;
    }

    /** Where the next fragment begins. */
    long nextOffset() {
        return base + next;
    }

    /** Octets of the line break before this line: 0 for the first line. */
    int previousBreak() {
        return previousBreak;
    }

    /** Line breaks up to {@link #nextOffset}. */
    long lines() {
        return lines;
    }

    /** Line breaks up to {@link #offset}, for a whole line. */
    long linesBefore() {
        return endsLine ? lines - 1 : lines;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
