// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.io.InputStream;
import org.fumibako.model.Content;

/** Reads the body of a part: without its transfer encoding, and as text. */
public final class PartText {
    private PartText() {}

    /**
     * The octets of a part's body, base64 and quoted-printable undone, any other transfer encoding as it is. A stream over the
     * message: it holds some kilobytes however large the part is. Faults of the encoding are passed over, never an error.
     */
    public static InputStream open(Content message, BodyPart part) throws IOException {
        InputStream body = message.open(part.bodyOffset(), part.bodySize());
        return switch (part.encoding()) {
            case "BASE64" -> new Base64Input(body);
            case "QUOTED-PRINTABLE" -> new QuotedPrintableInput(body);
            default -> body;
        };
    }

    /** The first {@code most} octets of a part's body, without transfer encoding, as text in its charset. */
    public static String read(Content message, BodyPart part, int most) throws IOException {
        try (InputStream body = open(message, part)) {
            return MailCharsets.decode(
                    body.readNBytes(most), part.parameter("charset").orElse(""));
        }
    }

    /** Like {@link #read}; of HTML the words that a reader sees. For search, not for showing. */
    public static String words(Content message, BodyPart part, int most) throws IOException {
        String text = read(message, part, most);
        return part.subtype().equals("HTML") ? HtmlText.of(text) : text;
    }
}
