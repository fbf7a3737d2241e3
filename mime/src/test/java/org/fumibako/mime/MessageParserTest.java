// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.body;
import static org.fumibako.mime.Messages.content;
import static org.fumibako.mime.Messages.header;
import static org.fumibako.mime.Messages.lines;
import static org.fumibako.mime.Messages.parse;

import java.io.IOException;
import java.util.Map;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class MessageParserTest {
    @Test
    void aMessageWithoutMimeFieldsIsPlainAsciiText() throws IOException {
        BodyPart root = parse(lines("Subject: x", "", "one", "two"));
        assertThat(root.type() + "/" + root.subtype()).isEqualTo("TEXT/PLAIN");
        assertThat(root.parameters()).isEqualTo(Map.of("CHARSET", "US-ASCII"));
        assertThat(root.encoding()).isEqualTo("7BIT");
        assertThat(root.headerOffset()).isZero();
        assertThat(root.bodyOffset()).isEqualTo(14);
        assertThat(root.bodySize()).isEqualTo(10);
        assertThat(root.bodyLines()).isEqualTo(2);
        assertThat(root.parts()).isEmpty();
    }

    @Test
    void theLineBreakBeforeADelimiterBelongsToTheDelimiter() throws IOException {
        Content message = content(lines(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "preamble",
                "--b",
                "",
                "one",
                "",
                "--b  ",
                "Content-Type: text/html; charset=utf-8",
                "",
                "<p>two</p>",
                "--b--",
                "epilogue"));
        BodyPart root = MessageParser.parse(message);
        assertThat(root.parts()).hasSize(2);
        assertThat(body(message, root.parts().get(0))).isEqualTo("one\r\n");
        assertThat(root.parts().get(0).bodyLines()).isEqualTo(1);
        assertThat(header(message, root.parts().get(1))).isEqualTo("Content-Type: text/html; charset=utf-8\r\n\r\n");
        assertThat(body(message, root.parts().get(1))).isEqualTo("<p>two</p>");
        assertThat(root.parts().get(1).bodyLines()).isZero();
        assertThat(body(message, root)).startsWith("preamble").endsWith("epilogue\r\n");
    }

    @Test
    void anEmbeddedMessageHasItsEnvelopeAndItsOwnStructure() throws IOException {
        Content message = content(lines(
                "Content-Type: multipart/mixed; boundary=outer",
                "",
                "--outer",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "Content-Type: multipart/alternative; boundary=inner",
                "",
                "--inner",
                "",
                "text",
                "--outer--"));
        BodyPart embedded = MessageParser.parse(message).parts().getFirst();
        BodyPart inner = embedded.parts().getFirst();
        assertThat(embedded.type()).isEqualTo("MESSAGE");
        assertThat(embedded.envelope())
                .hasValueSatisfying(envelope ->
                        assertThat(envelope).asString().isEqualTo("(NIL \"inner\" NIL NIL NIL NIL NIL NIL NIL NIL)"));
        assertThat(inner.headerOffset()).isEqualTo(embedded.bodyOffset());
        assertThat(body(message, embedded)).startsWith("Subject: inner").endsWith("text");
        assertThat(embedded.bodyLines()).isEqualTo(5);
        assertThat(body(message, inner.parts().getFirst())).isEqualTo("text");
    }

    @Test
    void theEmptyLineAfterAHeaderBelongsToTheHeaderEvenBeforeADelimiter() throws IOException {
        Content message = content(lines(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: x",
                "",
                "--b",
                "X: y",
                "",
                "--b--"));
        BodyPart root = MessageParser.parse(message);
        BodyPart embedded = root.parts().getFirst();
        assertThat(body(message, embedded)).isEqualTo("Subject: x\r\n\r\n");
        assertThat(embedded.bodyLines()).isEqualTo(2);
        assertThat(header(message, embedded.parts().getFirst())).isEqualTo("Subject: x\r\n\r\n");
        assertThat(header(message, root.parts().getLast())).isEqualTo("X: y\r\n\r\n");
        assertThat(root.parts().getLast().bodySize()).isZero();
    }

    @Test
    void aBoundaryThatBeginsAnotherOneEndsNothing() throws IOException {
        Content message = content(lines(
                "Content-Type: multipart/mixed; boundary=abc",
                "",
                "--abc",
                "Content-Type: multipart/mixed; boundary=abcd",
                "",
                "--abcd",
                "",
                "one",
                "--abcd--",
                "--abc",
                "",
                "two",
                "--abc--"));
        BodyPart root = MessageParser.parse(message);
        assertThat(root.parts()).hasSize(2);
        assertThat(body(message, root.parts().getFirst().parts().getFirst())).isEqualTo("one");
        assertThat(body(message, root.parts().getLast())).isEqualTo("two");
    }

    @Test
    void theInnermostOfEqualBoundariesTakesTheDelimiter() throws IOException {
        BodyPart root = parse(lines(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "one",
                "--b--",
                "--b",
                "",
                "two",
                "--b--"));
        assertThat(root.parts()).hasSize(2);
        assertThat(root.parts().getFirst().parts()).hasSize(1);
    }

    @Test
    void partsOfADigestAreMessagesUnlessTheySayOtherwise() throws IOException {
        BodyPart root = parse(lines(
                "Content-Type: multipart/digest; boundary=b",
                "",
                "--b",
                "",
                "Subject: one",
                "",
                "text",
                "--b",
                "Content-Type: text/plain",
                "",
                "two",
                "--b--"));
        assertThat(root.parts().getFirst().subtype()).isEqualTo("RFC822");
        assertThat(root.parts().getFirst().parts()).hasSize(1);
        assertThat(root.parts().getLast().subtype()).isEqualTo("PLAIN");
    }

    @Test
    void aMultipartWithoutDelimiterHasItsWholeBodyAsOnePart() throws IOException {
        for (String type :
                new String[] {"multipart/mixed", "multipart/mixed; boundary=b", "multipart/mixed; boundary=\"\""}) {
            Content message = content(lines("Content-Type: " + type, "", "all", "of it"));
            BodyPart root = MessageParser.parse(message);
            assertThat(root.parts()).hasSize(1);
            assertThat(root.parts().getFirst().subtype()).isEqualTo("PLAIN");
            assertThat(body(message, root.parts().getFirst())).isEqualTo("all\r\nof it\r\n");
            assertThat(header(message, root.parts().getFirst())).isEmpty();
        }
    }

    @Test
    void aMissingFinalDelimiterEndsPartsAtTheEnd() throws IOException {
        Content message = content("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo");
        BodyPart root = MessageParser.parse(message);
        assertThat(root.parts()).hasSize(2);
        assertThat(body(message, root.parts().getFirst())).isEqualTo("one");
        assertThat(body(message, root.parts().getLast())).isEqualTo("two");
    }

    @Test
    void aPartWhoseHeaderRunsIntoADelimiterHasAnEmptyBody() throws IOException {
        Content message = content(lines(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "--b",
                "--b--"));
        BodyPart root = MessageParser.parse(message);
        assertThat(root.parts()).hasSize(2);
        assertThat(root.parts().getFirst().type()).isEqualTo("APPLICATION");
        assertThat(root.parts()).allSatisfy(part -> assertThat(part.bodySize()).isZero());
        assertThat(header(message, root.parts().getFirst())).isEqualTo("Content-Type: message/rfc822");
    }

    @Test
    void anEmbeddedMessageInBase64IsOpaque() throws IOException {
        BodyPart root = parse(
                lines("Content-Type: message/rfc822", "Content-Transfer-Encoding: BASE64", "", "U3ViamVjdDogeA0KDQp0"));
        assertThat(root.type() + "/" + root.subtype()).isEqualTo("APPLICATION/OCTET-STREAM");
        assertThat(root.encoding()).isEqualTo("BASE64");
        assertThat(root.envelope()).isEmpty();
    }

    @Test
    void everyFieldOfAPartIsKeptAsItStandsOnTheWire() throws IOException {
        BodyPart root = parse(lines(
                "Content-Type: application/x-foo; Filename*0*=utf-8''%41; name=a b.txt (comment);",
                "\tx=\"q\\\"q\"",
                "Content-ID:  <id@x> ",
                "Content-Description: caf\u00e9",
                "Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==",
                "Content-Disposition: Attachment; filename=\"x;y\"",
                "Content-Language: ja, en (English)",
                "Content-Location: http://x/",
                "Content-Transfer-Encoding: base64 (why not)",
                "",
                ""));
        assertThat(root.parameters())
                .containsExactly(
                        Map.entry("Filename*0*", "utf-8''%41"), Map.entry("name", "a b.txt"), Map.entry("x", "q\"q"));
        assertThat(root.id()).contains("<id@x>");
        assertThat(root.description()).contains("caf\u00e9");
        assertThat(root.md5()).contains("Q2hlY2sgSW50ZWdyaXR5IQ==");
        assertThat(root.disposition()).contains("Attachment");
        assertThat(root.dispositionParameter("FILENAME")).contains("x;y");
        assertThat(root.language()).containsExactly("ja", "en");
        assertThat(root.location()).contains("http://x/");
        assertThat(root.encoding()).isEqualTo("BASE64");
        assertThat(BodyPart.decode(root.encode())).isEqualTo(root);
    }

    @Test
    void aHeaderWithoutEndIsAllThereIs() throws IOException {
        for (String text : new String[] {"", "\r\n", "x", "Subject: x", "Subject: x\r\n", "no field\r\n\r\n"}) {
            BodyPart root = parse(text);
            assertThat(root.bodyOffset()).isEqualTo(text.length());
            assertThat(root.bodySize()).isZero();
        }
    }

    @Test
    void aTypeThatIsNoneIsPlainText() throws IOException {
        for (String type : new String[] {"", "text", "/", "text/", "; charset=x", "=?utf-8?q?x?="}) {
            assertThat(parse("Content-Type: " + type + "\r\n\r\n").subtype()).isEqualTo("PLAIN");
        }
    }
}
