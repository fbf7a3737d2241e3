// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.store.StoreException;

/**
 * Where FETCH responses are written: lines gather in memory up to {@link #ENOUGH} octets, literals stream through. A response
 * without any item is not sent.
 */
final class FetchOutput {
    /** Octets after which a finished line is handed on, and up to which a literal is gathered with it. */
    private static final int ENOUGH = 16 << 10;

    /** Octets after which a line is handed on although it has not ended. */
    private static final int MOST = 4 * ENOUGH;

    private final OutputStream sink;
    private final Octets octets = new Octets(2 * ENOUGH);
    private byte[] chunk = new byte[0];
    private final String response;
    private long number;
    private boolean begun;
    private int lineStart;
    private boolean cut;
    private Optional<ResponseCode> problem = Optional.empty();

    /** @param uidOnly whether responses name messages by UID alone (RFC 9586) */
    FetchOutput(OutputStream sink, boolean uidOnly) {
        this.sink = sink;
        this.response = uidOnly ? " UIDFETCH (" : " FETCH (";
    }

    /** Starts the response for the message with that number, or UID. */
    void begin(long messageNumber) {
        number = messageNumber;
        begun = false;
        lineStart = octets.length();
    }

    /** Writes the item's name and a space; the value goes into what is returned. */
    Octets item(byte[] name) {
        if (begun) {
            octets.put(' ');
        } else {
            octets.ascii("* ").number(number).ascii(response);
            begun = true;
        }
        return octets.put(name).put(' ');
    }

    /** Ends the response. */
    void end() throws IOException {
        if (begun) {
            octets.put(')').crlf();
            begun = false;
        }
        cut = false;
        if (octets.length() >= ENOUGH) {
            octets.drainTo(sink);
        }
    }

    /**
     * Writes exactly {@code length} octets of {@code source} as a literal.
     *
     * @throws StoreException when the source fails; {@link #abandon} tells whether the response can be taken back
     */
    void literal(InputStream source, long length) throws IOException {
        octets.put('{').number(length).put('}').crlf();
        if (length <= ENOUGH) {
            octets.put(readExactly(source, (int) length));
            if (octets.length() >= MOST) {
                octets.drainTo(sink);
                cut = true;
            }
        } else {
            octets.drainTo(sink);
            cut = true;
            copy(source, length);
        }
    }

    /** Lines that are not FETCH responses, written between those. */
    Octets between() {
        return octets;
    }

    /** Notes why something was left out; the first reason is the one that the tagged answer tells. */
    void problem(ResponseCode code) {
        if (problem.isEmpty()) {
            problem = Optional.of(code);
        }
    }

    Optional<ResponseCode> problem() {
        return problem;
    }

    /** Takes back the response being written; false when part of it has gone out. */
    boolean abandon() {
        if (cut) {
            return false;
        }
        octets.truncate(lineStart);
        begun = false;
        return true;
    }

    void drain() throws IOException {
        octets.drainTo(sink);
    }

    private static byte[] readExactly(InputStream source, int length) {
        byte[] octets = new byte[length];
        for (int at = 0; at < length; ) {
            at += read(source, octets, at, length - at);
        }
        return octets;
    }

    /** Reads at least one octet. What fails here is the store, not the peer. */
    private static int read(InputStream source, byte[] into, int from, int most) {
        int count;
        try {
            count = source.read(into, from, most);
        } catch (IOException e) {
            throw new StoreException("the message cannot be read: " + e.getMessage(), e);
        }
        if (count < 0) {
            throw new StoreException("the message is shorter than its index says", new EOFException());
        }
        return count;
    }

    private void copy(InputStream source, long length) throws IOException {
        if (chunk.length == 0) {
            chunk = new byte[ENOUGH];
        }
        for (long left = length; left > 0; ) {
            int count = read(source, chunk, 0, (int) Math.min(chunk.length, left));
            sink.write(chunk, 0, count);
            left -= count;
        }
    }
}
