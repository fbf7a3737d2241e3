// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class BounceTest {
    private static final String REPORT = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
            Subject: Undelivered
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Original-Recipient: rfc822;Jiro@example.org
            Final-Recipient: rfc822; jiro@mail.example.org
            Action: failed
            --b
            Content-Type: text/rfc822-headers

            From: taro@example.jp
            Message-ID:
             <folded.1@example.jp>
            --b--
            """;

    private static Optional<Bounce> read(String message) throws IOException {
        byte[] octets = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return Bounce.read(Content.of(octets));
    }

    @Test
    void reportSaysWhichMessageAndWhoDidNotGetIt() throws IOException {
        Bounce bounce = read(REPORT).orElseThrow();
        assertThat(bounce.from()).contains("MAILER-DAEMON@mx.example.org");
        assertThat(bounce.messageIds()).containsExactly("folded.1@example.jp");
        assertThat(bounce.recipients()).containsExactlyInAnyOrder("jiro@example.org", "jiro@mail.example.org");
    }

    @Test
    void plainTextOfOldServersIsReadToo() throws IOException {
        Bounce bounce = read("""
                From: MAILER-DAEMON@old.example.org
                Subject: failure notice
                X-Failed-Recipients: a@example.org, b@example.org

                Hi. This is the program at old.example.org.

                Message-Id: <2@example.jp>
                """).orElseThrow();
        assertThat(bounce.messageIds()).containsExactly("2@example.jp");
        assertThat(bounce.recipients()).containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void receiptsAndAbsenceNotesAreNoErrors() throws IOException {
        assertThat(read(REPORT.replace("delivery-status; b", "disposition-notification; b")
                        .replace("MAILER-DAEMON", "jiro")))
                .isEmpty();
        assertThat(read("From: jiro@example.org\nAuto-Submitted: auto-replied\n\nI am away.\n"))
                .isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void whatIsFoundIsBounded() throws IOException {
        StringBuilder ids = new StringBuilder("From: postmaster@example.org\n\n");
        for (int i = 0; i < Bounce.MAX_FOUND + 1; i++) {
            ids.append("Message-ID: <").append(i).append("@example.jp>\n");
            ids.append("Final-Recipient: rfc822; r").append(i).append("@example.org\n");
        }
        Bounce bounce = read(ids.toString()).orElseThrow();
        assertThat(bounce.messageIds()).hasSize(Bounce.MAX_FOUND);
        assertThat(bounce.recipients()).hasSize(Bounce.MAX_FOUND);
    }

    @Test
    void onlyTheBeginningIsRead() throws IOException {
        String header = "From: postmaster@example.org\n\n";
        String id = "Message-ID: <3@example.jp>";
        // With CRLF, and up to the bracket that ends the id.
        int room = Bounce.MAX_READ - (header.length() + 2) - id.length();
        for (int more = -1; more <= 1; more++) {
            String fill = "x".repeat(room + more - 2) + "\n";
            assertThat(read(header + fill + id + "\n").orElseThrow().messageIds())
                    .as("%d octets more", more)
                    .hasSize(more <= 0 ? 1 : 0);
        }
    }
}
