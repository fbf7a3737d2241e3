// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.fumibako.mime.CanonicalLines;

/**
 * What the octets of a message ask of the way they travel, found in one pass.
 *
 * @param size octets
 * @param lineSize octets once every line ends in CRLF, as {@link CanonicalLines} writes them
 * @param bareLineEnds a CR or LF by itself
 * @param eightBit an octet above 127 anywhere
 * @param eightBitHeader an octet above 127 in the header
 * @param nulInHeader a NUL in the header
 * @param nulInBody a NUL in the body
 */
public record MessageScan(
        long size,
        long lineSize,
        boolean bareLineEnds,
        boolean eightBit,
        boolean eightBitHeader,
        boolean nulInHeader,
        boolean nulInBody) {

    /** Whether every line ends in CRLF, so that the octets can go as they are. */
    public boolean canonical() {
        return size == lineSize;
    }

    /** Reads to the end. */
    public static MessageScan of(InputStream message) throws IOException {
        Scanner scanner = new Scanner();
        message.transferTo(scanner);
        return scanner.result();
    }

    /** Looks at what is written to it. */
    public static final class Scanner extends OutputStream {
        private long size;
        private long added;
        private long lineStart;
        private boolean afterCr;
        private boolean inHeader = true;
        private boolean eightBit;
        private boolean eightBitHeader;
        private boolean nulInHeader;
        private boolean nulInBody;
        private boolean atLineStart = true;

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                byte octet = octets[i];
                // Nearly all octets of a message are above CR and below DEL.
                if (octet <= '\r' || afterCr) {
                    special(octet, size + i - offset);
                }
            }
            size += length;
            atLineStart = length > 0 ? octets[offset + length - 1] == '\n' : atLineStart;
        }

        private void special(byte octet, long position) {
            if (octet == '\n') {
                added += afterCr ? 0 : 1;
                endLine(position + 1, afterCr ? 2 : 1);
            } else if (afterCr) {
                added++;
                endLine(position, 1);
            }
            if (octet < 0) {
                eightBit = true;
                eightBitHeader |= inHeader;
            } else if (octet == 0) {
                nulInHeader |= inHeader;
                nulInBody |= !inHeader;
            }
            afterCr = octet == '\r';
        }

        private void endLine(long next, int ending) {
            inHeader &= next - lineStart > ending;
            lineStart = next;
        }

        /** What was found. */
        public MessageScan result() {
            boolean bare = added > 0 || afterCr;
            long ending = afterCr ? 1 : size > 0 && !atLineStart ? 2 : 0;
            return new MessageScan(size, size + added + ending, bare, eightBit, eightBitHeader, nulInHeader, nulInBody);
        }
    }
}
