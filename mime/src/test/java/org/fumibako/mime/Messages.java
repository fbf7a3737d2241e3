// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fumibako.model.Content;

/** Short ways to write messages in tests. Chars above U+00FF are not possible: one char is one octet. */
final class Messages {
    private Messages() {}

    static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lines with CRLF after each. */
    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    static BodyPart parse(String text) throws IOException {
        return MessageParser.parse(content(text));
    }

    static String header(Content message, BodyPart part) throws IOException {
        return text(message, part.headerOffset(), part.bodyOffset() - part.headerOffset());
    }

    static String body(Content message, BodyPart part) throws IOException {
        return text(message, part.bodyOffset(), part.bodySize());
    }

    static String envelope(String header) throws IOException {
        return new String(MessageSummary.of(content(header)).envelope(), StandardCharsets.ISO_8859_1);
    }

    private static String text(Content message, long offset, long length) throws IOException {
        return new String(message.open(offset, length).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
