// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.smtp.client.wire.CanonicalLines;
import org.fumibako.smtp.client.wire.MessageScan;

/** The octets of a transmission, looked at once. Confined to the delivery's thread. */
final class OutgoingMessage {
    /** Up to here the octets are read once and kept while they are sent; reading most messages twice would unpack them twice. */
    static final int MEMORY = 128 * 1024;

    private final Content content;
    private final BodyType declared;
    private final MessageScan scan;

    private OutgoingMessage(Content content, BodyType declared, MessageScan scan) {
        this.content = content;
        this.declared = declared;
        this.scan = scan;
    }

    static OutgoingMessage of(Transmission transmission) throws IOException {
        Content content = transmission.content();
        if (content.size() <= MEMORY) {
            byte[] octets = content.bytes();
            return new OutgoingMessage(
                    Content.of(octets), transmission.body(), MessageScan.of(new ByteArrayInputStream(octets)));
        }
        try (InputStream in = content.open()) {
            return new OutgoingMessage(content, transmission.body(), MessageScan.of(in));
        }
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
        try (InputStream in = content.open()) {
            if (mendLines) {
                CanonicalLines lines = new CanonicalLines(out);
                in.transferTo(lines);
                lines.finish();
            } else {
                in.transferTo(out);
            }
        }
    }
}
