// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class BodyStructureWriterTest {
    @Test
    void plainMessageHasSizeAndLines() throws IOException {
        String message = "Content-Type: text/plain; charset=us-ascii\r\n\r\none\r\ntwo\r\n";

        assertThat(body(message, false))
                .isEqualTo("(\"TEXT\" \"PLAIN\" (\"charset\" \"us-ascii\") NIL NIL \"7BIT\" 10 2)");
        assertThat(body(message, true))
                .isEqualTo("(\"TEXT\" \"PLAIN\" (\"charset\" \"us-ascii\") NIL NIL \"7BIT\" 10 2 NIL NIL NIL NIL)");
    }

    @Test
    void multipartListsItsPartsAndAttachmentsTheirDisposition() throws IOException {
        String message = """
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                \r
                text\r
                --b\r
                Content-Type: application/pdf; name="a b.pdf"\r
                Content-Disposition: attachment; filename="a b.pdf"\r
                Content-Transfer-Encoding: base64\r
                Content-Language: ja, en\r
                \r
                AAAA\r
                --b--\r
                """;

        assertThat(body(message, true))
                .isEqualTo("((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 4 0 NIL NIL NIL NIL)"
                        + "(\"APPLICATION\" \"PDF\" (\"name\" \"a b.pdf\") NIL NIL \"BASE64\" 4 NIL"
                        + " (\"attachment\" (\"filename\" \"a b.pdf\")) (\"ja\" \"en\") NIL)"
                        + " \"MIXED\" (\"boundary\" \"b\") NIL NIL NIL)");
        assertThat(body(message, false)).endsWith(" \"MIXED\")").doesNotContain("attachment");
    }

    @Test
    void embeddedMessageHasEnvelopeBodyAndLines() throws IOException {
        String message = "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nhello\r\n";

        assertThat(body(message, false))
                .isEqualTo("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 25"
                        + " (NIL \"inner\" NIL NIL NIL NIL NIL NIL NIL NIL)"
                        + " (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 7 1) 3)");
    }

    @Test
    void whatWasNotTakenApartStillFollowsTheGrammar() {
        String message = new String(
                BodyStructureWriter.write(leaf("MESSAGE", "RFC822", Map.of()), true), StandardCharsets.ISO_8859_1);
        String multipart = new String(
                BodyStructureWriter.write(leaf("MULTIPART", "MIXED", Map.of()), false), StandardCharsets.ISO_8859_1);

        assertThat(message)
                .isEqualTo("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 20"
                        + " (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)"
                        + " (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 20 2 NIL NIL NIL NIL) 2 NIL NIL NIL NIL)");
        assertThat(multipart).isEqualTo("((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 0 0) \"MIXED\")");
    }

    @Test
    void textThatNoQuotedStringHoldsIsLiteral() {
        BodyPart part = leaf("TEXT", "PLAIN", Map.of("name", "caf\u00e9 \"x\""));

        assertThat(new String(BodyStructureWriter.write(part, false), StandardCharsets.ISO_8859_1))
                .contains("(\"name\" {8}\r\ncaf\u00e9 \"x\")");
    }

    private static BodyPart leaf(String type, String subtype, Map<String, String> parameters) {
        return new BodyPart(
                type,
                subtype,
                parameters,
                Optional.empty(),
                Optional.empty(),
                "7BIT",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                0,
                10,
                20,
                2,
                List.of(),
                Optional.empty());
    }

    private static String body(String message, boolean extended) throws IOException {
        BodyPart root = MessageParser.parse(Content.of(message.getBytes(StandardCharsets.ISO_8859_1)));
        return new String(BodyStructureWriter.write(root, extended), StandardCharsets.ISO_8859_1);
    }
}
