// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.sevenbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;
import org.fumibako.smtp.client.wire.MessageScan;

/**
 * A message as 7-bit lines. It is made anew each time it is written, so that nothing of it is kept. Parts that must not be changed
 * are not: whoever writes it has to look at what comes out.
 */
public final class SevenBitMessage {
    private static final Set<String> IDENTITY = Set.of("", "7BIT", "8BIT", "BINARY");

    private final Content message;
    private final List<Piece> pieces = new ArrayList<>();
    private long done;

    private SevenBitMessage(Content message) {
        this.message = message;
    }

    /** Finds out what has to be encoded. */
    public static SevenBitMessage of(Content message) throws IOException {
        SevenBitMessage converted = new SevenBitMessage(message);
        converted.walk(MessageParser.parse(message), true);
        converted.copyUpTo(message.size());
        return converted;
    }

    /** Writes the converted message. */
    public void writeTo(OutputStream out) throws IOException {
        for (Piece piece : pieces) {
            piece.writeTo(out, message);
        }
    }

    private void walk(BodyPart part, boolean top) throws IOException {
        String encoding = part.encoding().toUpperCase(Locale.ROOT);
        if (!IDENTITY.contains(encoding) || isSigned(part)) {
            return;
        }
        if (part.parts().isEmpty()) {
            leaf(part, top);
            return;
        }
        if (encoding.equals("8BIT") || encoding.equals("BINARY")) {
            header(part, Optional.empty(), top);
        }
        for (BodyPart inner : part.parts()) {
            walk(inner, false);
        }
    }

    /** RFC 1847 §2.1: what was signed must not be changed by anybody on the way. */
    private static boolean isSigned(BodyPart part) {
        return part.type().equals("MULTIPART") && part.subtype().equals("SIGNED");
    }

    private void leaf(BodyPart part, boolean top) throws IOException {
        MessageScan scan = scan(part);
        boolean nul = scan.nulInHeader() || scan.nulInBody();
        boolean plain = !scan.eightBit() && !nul && !scan.bareLineEnds();
        // RFC 2046 §5.2: a message may not be encoded, nor can a part without a header say that it is.
        if (plain || part.type().equals("MESSAGE") || part.headerOffset() == part.bodyOffset()) {
            return;
        }
        boolean lines = part.type().equals("TEXT") && !nul && !scan.bareLineEnds();
        header(part, Optional.of(lines ? "quoted-printable" : "base64"), top);
        pieces.add(
                lines
                        ? new Piece.QuotedPrintable(part.bodyOffset(), part.bodySize())
                        : new Piece.Base64Lines(part.bodyOffset(), part.bodySize()));
        done = part.bodyOffset() + part.bodySize();
    }

    private MessageScan scan(BodyPart part) throws IOException {
        try (InputStream body = message.open(part.bodyOffset(), part.bodySize())) {
            return MessageScan.of(body);
        }
    }

    private void header(BodyPart part, Optional<String> encoding, boolean top) throws IOException {
        copyUpTo(part.headerOffset());
        byte[] octets;
        try (InputStream in = message.open(part.headerOffset(), part.bodyOffset() - part.headerOffset())) {
            octets = in.readAllBytes();
        }
        pieces.add(new Piece.Text(new PartHeader(octets).with(encoding, top)));
        done = part.bodyOffset();
    }

    private void copyUpTo(long end) {
        if (end > done) {
            pieces.add(new Piece.Copy(done, end - done));
            done = end;
        }
    }
}
