// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Passes the octets of one message on to where they are kept while it watches over the rules for text. After the first
 * {@link TextFault} it keeps nothing more and only counts, so that the rest can be read to its end and refused.
 */
public final class MessageText extends OutputStream {
    /** Octets in a line with its CRLF. RFC 5321 §4.5.3.1.6 has 1,000; real mail exceeds it, none seen comes near this. */
    public static final int MAX_LINE = 64 * 1024;

    /** Octets in the header; real ones stay below 100 KB, and every later reader may rely on the bound. */
    public static final int MAX_HEADER = 1024 * 1024;

    private final OutputStream sink;
    private final long maxSize;
    private final boolean binary;
    private long size;
    private long lineStart;
    private boolean inHeader = true;
    private boolean afterCr;
    private boolean eightBitHeader;
    private boolean eightBit;
    private Optional<TextFault> fault = Optional.empty();

    /**
     * @param binary the body has no lines (RFC 3030 §3); the header still does
     */
    public MessageText(OutputStream sink, long maxSize, boolean binary) {
        this.sink = sink;
        this.maxSize = maxSize;
        this.binary = binary;
    }

    /** Octets seen so far, kept or not. */
    public long size() {
        return size;
    }

    /** An octet above 127 was met. */
    public boolean eightBit() {
        return eightBit;
    }

    /** An octet above 127 was met in the header. */
    public boolean eightBitHeader() {
        return eightBitHeader;
    }

    public Optional<TextFault> fault() {
        return fault;
    }

    /** The message is whole: a CR still waiting for its LF waits in vain. */
    public void finish() {
        if (afterCr && ruled()) {
            fail(TextFault.BARE_LINE_END);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (fault.isEmpty()) {
            check(octets, offset, length);
        }
        size += length;
        if (fault.isEmpty() && size > maxSize) {
            fail(TextFault.MESSAGE_TOO_LARGE);
        }
        if (fault.isEmpty()) {
            keep(octets, offset, length);
        }
    }

    private void keep(byte[] octets, int offset, int length) {
        try {
            sink.write(octets, offset, length);
        } catch (IOException diskFullOrBroken) {
            fail(TextFault.NOT_KEPT);
        }
    }

    private boolean ruled() {
        return inHeader || !binary;
    }

    private void check(byte[] octets, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end && ruled(); i++) {
            byte octet = octets[i];
            if (octet <= '\r' || afterCr) {
                special(octet, size + i - offset);
            }
        }
        if (ruled() && size + length - lineStart > MAX_LINE) {
            fail(TextFault.LINE_TOO_LONG);
        }
        if (inHeader && size + length > MAX_HEADER) {
            fail(TextFault.HEADER_TOO_LARGE);
        }
    }

    private void special(byte octet, long position) {
        if (octet == '\n' ? !afterCr : afterCr) {
            fail(TextFault.BARE_LINE_END);
        } else if (octet == '\n') {
            endLine(position + 1);
        } else if (octet == 0 && inHeader) {
            fail(TextFault.NUL_IN_HEADER);
        } else if (octet < 0) {
            eightBit = true;
            eightBitHeader |= inHeader;
        }
        afterCr = octet == '\r';
    }

    private void endLine(long next) {
        if (next - lineStart > MAX_LINE) {
            fail(TextFault.LINE_TOO_LONG);
        }
        if (inHeader && next > MAX_HEADER) {
            fail(TextFault.HEADER_TOO_LARGE);
        }
        inHeader &= next - lineStart > 2;
        lineStart = next;
    }

    private void fail(TextFault first) {
        if (fault.isEmpty()) {
            fault = Optional.of(first);
        }
    }
}
