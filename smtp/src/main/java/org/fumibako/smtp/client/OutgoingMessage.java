// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.fumibako.mime.CanonicalLines;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.smtp.client.sevenbit.SevenBitMessage;
import org.fumibako.smtp.client.wire.MessageScan;

/** The octets of a transmission, looked at once. Confined to the delivery's thread. */
final class OutgoingMessage {
    /** Up to here the octets are read once and kept while they are sent; reading most messages twice would unpack them twice. */
    static final int MEMORY = 128 * 1024;

    private final Content content;
    private final Source source;
    private final BodyType declared;
    private final MessageScan scan;

    private OutgoingMessage(Content content, Source source, BodyType declared, MessageScan scan) {
        this.content = content;
        this.source = source;
        this.declared = declared;
        this.scan = scan;
    }

    static OutgoingMessage of(Transmission transmission) throws IOException {
        Content given = transmission.content();
        Content content = given.size() <= MEMORY ? Content.of(given.bytes()) : given;
        try (InputStream in = content.open()) {
            return new OutgoingMessage(content, out -> copy(content, out), transmission.body(), MessageScan.of(in));
        }
    }

    /** The same as 7-bit lines; whether it worked, the scan of what came out says. */
    OutgoingMessage sevenBit() throws IOException {
        SevenBitMessage converted = SevenBitMessage.of(content);
        MessageScan.Scanner scanner = new MessageScan.Scanner();
        converted.writeTo(scanner);
        return new OutgoingMessage(content, converted::writeTo, BodyType.SEVEN_BIT, scanner.result());
    }

    MessageScan scan() {
        return scan;
    }

    /** Whether only a way that counts octets carries it (RFC 3030 §3), as it is. */
    boolean binary() {
        return declared == BodyType.BINARY || scan.nulInBody();
    }

    /** Writes the octets as they are, or with line ends mended. */
    void writeTo(OutputStream out, boolean mendLines) throws IOException {
        if (mendLines) {
            CanonicalLines lines = new CanonicalLines(out);
            source.writeTo(lines);
            lines.finish();
        } else {
            source.writeTo(out);
        }
    }

    private static void copy(Content content, OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    /** Writes the same octets each time. */
    private interface Source {
        void writeTo(OutputStream out) throws IOException;
    }
}
