// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.sevenbit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import org.fumibako.model.Content;

/** A stretch of the converted message. */
sealed interface Piece {
    /** Writes it; {@code message} is the one that is converted. */
    void writeTo(OutputStream out, Content message) throws IOException;

    /** Octets of the message as they are. */
    record Copy(long from, long length) implements Piece {
        @Override
        public void writeTo(OutputStream out, Content message) throws IOException {
            try (InputStream in = message.open(from, length)) {
                in.transferTo(out);
            }
        }
    }

    /** Octets that the message does not have. */
    record Text(byte[] octets) implements Piece {
        @Override
        public void writeTo(OutputStream out, Content message) throws IOException {
            out.write(octets);
        }
    }

    /** A body as quoted-printable. */
    record QuotedPrintable(long from, long length) implements Piece {
        @Override
        public void writeTo(OutputStream out, Content message) throws IOException {
            try (InputStream in = message.open(from, length)) {
                QuotedPrintableOutput encoder = new QuotedPrintableOutput(out);
                in.transferTo(encoder);
                encoder.finish();
            }
        }
    }

    /** A body as base64, in lines of 76 (RFC 2045 §6.8). */
    record Base64Lines(long from, long length) implements Piece {
        @Override
        public void writeTo(OutputStream out, Content message) throws IOException {
            try (InputStream in = message.open(from, length);
                    OutputStream encoder = Base64.getMimeEncoder().wrap(new Open(out))) {
                in.transferTo(encoder);
            }
        }
    }

    /** Stays open when the encoder ends. */
    final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() {}
    }
}
