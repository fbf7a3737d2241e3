// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a peer's octets, never holding more of them than a named bound. Confined to the connection's thread.
 *
 * <p>Waiting for a line takes {@value #SMALL} octets of buffer; bulk reads take {@value #BULK} and give them back before the
 * next line.
 */
public final class BoundedReader {
    /** What an idle connection holds: a command of usual length fits. */
    static final int SMALL = 1024;

    /** One read of message data; together with the output it stays below 64 KB before sign-in. */
    static final int BULK = 16 * 1024;

    /** How much of a line that was refused as too long is skipped before the connection is given up. */
    static final int MAX_SKIPPED = 1 << 20;

    private static final byte[] NOTHING = new byte[0];

    private Source source;
    private byte[] buffer = NOTHING;
    private int position;
    private int limit;
    private boolean skipping;
    private Duration timeout = Duration.ZERO;

    BoundedReader(Source source) {
        this.source = source;
    }

    /** Reads a stream that needs no timeouts. */
    public BoundedReader(InputStream stream) {
        this((into, offset, length, timeout) -> stream.read(into, offset, length));
    }

    /**
     * How long reads wait from now on: a line must be complete, and a bulk read must bring something, within this time.
     * {@link Duration#ZERO} waits for ever.
     */
    void timeout(Duration timeout) {
        this.timeout = timeout;
    }

    /** Goes on with another source; nothing may be buffered. */
    void switchTo(Source next) {
        source = next;
        release();
    }

    /**
     * The next line without its CRLF.
     *
     * @param max octets allowed, not counting the CRLF
     * @return {@code null} at the end of the stream; a last line without CRLF is dropped
     * @throws LineTooLongException as soon as the line exceeds {@code max}; the next call skips its rest
     * @throws BareLineEndingException when CR or LF stands alone; the next call goes on behind the LF, or behind the end of a
     *     line broken by a CR
     */
    public byte @Nullable [] readLine(int max) throws IOException {
        long start = System.nanoTime();
        if (skipping && !skipLine(start)) {
            return null;
        }
        int scanned = 0;
        while (true) {
            int end = indexOfEnding(position + scanned);
            if (end >= 0) {
                return takeLine(end, max);
            }
            scanned = limit - position - (endsInCr() ? 1 : 0);
            if (scanned > max) {
                throw tooLong(max);
            }
            if (!more(SMALL, start)) {
                release();
                return null;
            }
        }
    }

    /** The next octet, or -1 at the end. */
    public int read() throws IOException {
        if (position == limit && !more(SMALL, System.nanoTime())) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    /** Up to {@code length} octets, at least one; -1 at the end. */
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit) {
            if (length >= BULK) {
                return source.read(into, offset, length, timeout);
            }
            if (!more(BULK, System.nanoTime())) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Exactly {@code into.length} octets, or {@link EOFException}. */
    public void readFully(byte[] into) throws IOException {
        int done = 0;
        while (done < into.length) {
            int count = read(into, done, into.length - done);
            if (count < 0) {
                throw new EOFException();
            }
            done += count;
        }
    }

    /**
     * Hands exactly {@code count} octets to {@code sink}, or throws {@link EOFException}.
     *
     * @return {@code count}
     */
    public long transferTo(OutputStream sink, long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (position == limit && !fill()) {
                throw new EOFException();
            }
            int chunk = (int) Math.min(left, limit - position);
            sink.write(buffer, position, chunk);
            position += chunk;
            left -= chunk;
        }
        return count;
    }

    /** The array that holds what was read: valid from {@link #position()} to {@link #limit()} until the next read. */
    public byte[] buffer() {
        return buffer;
    }

    public int position() {
        return position;
    }

    public int limit() {
        return limit;
    }

    /** Moves the position past {@code count} octets that were looked at in place. */
    public void consume(int count) {
        if (count < 0 || count > limit - position) {
            throw new IllegalArgumentException("consume " + count + " of " + (limit - position));
        }
        position += count;
    }

    /**
     * Reads more behind the limit; what was not consumed is kept, perhaps at another place.
     *
     * @return false at the end of the stream
     * @throws IllegalStateException when the caller leaves more than {@value #BULK} octets unconsumed
     */
    public boolean fill() throws IOException {
        if (limit - position > BULK) {
            throw new IllegalStateException("consume before reading more");
        }
        return more(BULK, System.nanoTime());
    }

    /** Whether input is waiting already: a reply need not be flushed yet. */
    public boolean buffered() {
        return limit > position;
    }

    private byte[] takeLine(int end, int max) throws IOException {
        if (end - position > max) {
            throw tooLong(max);
        }
        if (buffer[end] == '\n') {
            position = end + 1;
            throw new BareLineEndingException("LF");
        }
        if (buffer[end + 1] != '\n') {
            position = end + 1;
            skipping = true;
            throw new BareLineEndingException("CR");
        }
        byte[] line = Arrays.copyOfRange(buffer, position, end);
        position = end + 2;
        return line;
    }

    private LineTooLongException tooLong(int max) {
        skipping = true;
        return new LineTooLongException(max);
    }

    /** Where a CR with its next octet, or an LF, lies at or behind {@code from}; -1 when there is none yet. */
    private int indexOfEnding(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n' || (buffer[i] == '\r' && i + 1 < limit)) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsInCr() {
        return limit > position && buffer[limit - 1] == '\r';
    }

    private boolean skipLine(long start) throws IOException {
        int skipped = 0;
        while (true) {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    skipping = false;
                    return true;
                }
                if (++skipped > MAX_SKIPPED) {
                    throw new IOException("line longer than " + MAX_SKIPPED + " octets, giving up");
                }
            }
            if (!more(SMALL, start)) {
                return false;
            }
        }
    }

    /** Reads behind the limit into a buffer of at least {@code size}; {@code start} is when the wait began. */
    private boolean more(int size, long start) throws IOException {
        makeRoom(size);
        int count = source.read(buffer, limit, buffer.length - limit, remaining(start));
        if (count < 0) {
            return false;
        }
        limit += count;
        return true;
    }

    private void makeRoom(int size) {
        int kept = limit - position;
        if (kept == 0) {
            position = 0;
            limit = 0;
            if (buffer.length != size) {
                buffer = new byte[size];
            }
        } else if (limit == buffer.length || buffer.length < size) {
            byte[] target = kept > buffer.length / 2 || buffer.length < size
                    ? new byte[Math.max(size, buffer.length * 2)]
                    : buffer;
            System.arraycopy(buffer, position, target, 0, kept);
            buffer = target;
            position = 0;
            limit = kept;
        }
    }

    private Duration remaining(long start) {
        if (timeout.isZero()) {
            return timeout;
        }
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    private void release() {
        buffer = NOTHING;
        position = 0;
        limit = 0;
    }
}
