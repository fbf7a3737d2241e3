// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.content;
import static org.fumibako.mime.Messages.lines;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessageSummaryTest {
    @Test
    void subjectPreviewAndThreadAreForPeople() throws IOException {
        MessageSummary summary = MessageSummary.of(content(lines(
                "Message-ID: <2@x>",
                "References: <0@x>",
                " <1@x>",
                "In-Reply-To: <1@x>",
                "Subject: =?UTF-8?B?44G+44G/44KA44KB44KC?=",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                "44GT44KT44Gr44Gh44GvCgogIOS4lueVjA==")));
        assertThat(summary.subject()).isEqualTo("まみむめも");
        assertThat(summary.preview()).isEqualTo("こんにちは 世界");
        assertThat(summary.messageId()).isEqualTo("2@x");
        assertThat(summary.threadRoot()).isEqualTo("0@x");
        assertThat(BodyPart.decode(summary.structure()).encoding()).isEqualTo("BASE64");
    }

    @Test
    void aMessageThatAnswersNothingIsItsOwnThread() throws IOException {
        assertThat(MessageSummary.of(content("Message-ID: <1@x>\r\n\r\n")).threadRoot())
                .isEqualTo("1@x");
        assertThat(MessageSummary.of(content("Message-ID: <2@x>\r\nIn-Reply-To: mail of Tuesday <1@x>\r\n\r\n"))
                        .threadRoot())
                .isEqualTo("1@x");
        assertThat(MessageSummary.of(content("\r\n")).threadRoot()).isEmpty();
    }

    @Test
    void referencesAreThoseOfOneFieldOrTheOther() throws IOException {
        assertThat(references(
                        "References: <\"0\"@x>", " <1@", " x> <>", " <2> (a comment) <3@x>", "In-Reply-To: <4@x>"))
                .isEqualTo("0@x 1@x 3@x");
        assertThat(references("References: none", "In-Reply-To: mail of Tuesday <1@x> <2@x>"))
                .isEqualTo("1@x");
        assertThat(references("In-Reply-To: <1>", "Message-ID: <2@x>")).isEmpty();
    }

    @Test
    void ofTooManyReferencesTheLatestAreKept() throws IOException {
        String[] ids = new String[MessageSummary.MAX_REFERENCES + 1];
        Arrays.setAll(ids, i -> " <" + i + "@x>");
        ids[0] = "References:" + ids[0];

        assertThat(references(ids).split(" "))
                .hasSize(MessageSummary.MAX_REFERENCES)
                .startsWith("1@x")
                .endsWith(MessageSummary.MAX_REFERENCES + "@x");
    }

    private static String references(String... fields) throws IOException {
        return MessageSummary.of(content(lines(fields) + "\r\n")).references();
    }

    @Test
    void aSubjectIsCutBetweenCharacters() throws IOException {
        String subject = "=?utf-8?q?" + "a".repeat(MessageSummary.MAX_SUBJECT - 1) + "=F0=A0=AE=B7?=";
        assertThat(MessageSummary.of(content("Subject: " + subject + "\r\n\r\n"))
                        .subject())
                .isEqualTo("a".repeat(MessageSummary.MAX_SUBJECT - 1));
    }

    @Test
    void thePreviewIsTheFirstTextThatIsNotAttached() throws IOException {
        assertThat(preview(
                        "--b",
                        "Content-Disposition: attachment",
                        "",
                        "attached",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<html><style>p{}</style><p>from&nbsp;&lt;html&gt;</p><!-- no --></html>",
                        "--b--"))
                .isEqualTo("from <html>");
        assertThat(preview("--b", "", "> quoted", "> more", " own   words", "--b--"))
                .isEqualTo("own words");
        assertThat(preview("--b", "", "x".repeat(1000), "--b--")).isEqualTo("x".repeat(Preview.MAX_LENGTH));
        assertThat(preview("--b", "Content-Type: image/png", "", "x", "--b--")).isEmpty();
    }

    private static String preview(String... body) throws IOException {
        String header = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        return MessageSummary.of(content(header + lines(body))).preview();
    }
}
