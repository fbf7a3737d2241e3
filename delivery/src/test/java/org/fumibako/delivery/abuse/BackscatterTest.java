// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BackscatterTest {
    private static final String ERROR = """
            From: MAILER-DAEMON@mx.example.org
            Subject: Undelivered

            Final-Recipient: rfc822; %s
            Message-ID: <%s>
            """;

    @TempDir
    private Path directory;

    private Watchtower tower;
    private Backscatter step;

    @BeforeEach
    void open() {
        tower = new Watchtower(directory);
        step = new Backscatter(new SentRecord(tower.journal));
    }

    @AfterEach
    void close() {
        tower.close();
    }

    private Optional<AbuseEvent> judge(
            Optional<EmailAddress> sender, Protocol door, String message, Account... accounts) throws IOException {
        Envelope.Recipient recipient = new Envelope.Recipient(EmailAddress.of("taro@example.jp"), List.of(accounts));
        Arrival arrival = new Arrival(
                new Envelope(sender, List.of(recipient)),
                Content.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                new Arrival.Trace(Optional.empty(), "ESMTP", "1"),
                new Origin(door, "s1", Optional.of(InetAddress.ofLiteral("192.0.2.1")), "", Optional.empty()));
        return step.judge(arrival);
    }

    private boolean aside(String message) throws IOException {
        return judge(Optional.empty(), Protocol.SMTP, message, tower.taro).isPresent();
    }

    @Test
    void errorAboutAMessageThatWasNeverSentIsSetAside() throws IOException {
        assertThat(aside(ERROR.formatted("x@example.com", "forged@example.jp"))).isTrue();
        tower.send(tower.taro, Watchtower.HOME, 3);
        assertThat(aside(ERROR.formatted("x@example.com", "forged@example.jp"))).isTrue();
        assertThat(judge(
                        Optional.empty(),
                        Protocol.SMTP,
                        ERROR.formatted("x@example.com", "forged@example.jp"),
                        tower.taro))
                .hasValueSatisfying(event -> assertThat(event.toString())
                        .contains("never sent", "<forged@example.jp>", "MAILER-DAEMON@mx.example.org"));
    }

    @Test
    void errorAboutAMessageThatWasSentIsKept() throws IOException {
        assertThat(aside(ERROR.formatted("x@example.com", "sent@example.jp"))).isTrue();
        tower.send(tower.taro, Watchtower.HOME, 3);
        assertThat(aside(ERROR.formatted("x@example.com", "sent@example.jp"))).isFalse();
        assertThat(aside(ERROR.formatted("r1@d1.example.org", "changed.on.the.way@relay")))
                .as("a relay gave it another id")
                .isFalse();
    }

    @Test
    void whatOneAccountSentIsNotAnothers() throws IOException {
        tower.send(tower.hanako, Watchtower.HOME, 1);
        String error = ERROR.formatted("x@example.com", "sent@example.jp");
        assertThat(aside(error)).isTrue();
        assertThat(judge(Optional.empty(), Protocol.SMTP, error, tower.taro, tower.hanako))
                .as("an alias of both")
                .isEmpty();
    }

    @Test
    void inDoubtNothingIsSetAside() throws IOException {
        assertThat(aside("From: MAILER-DAEMON@mx.example.org\n\nIt did not work.\n"))
                .as("says nothing of its message")
                .isFalse();
        assertThat(aside("From: jiro@example.org\n\nMessage-ID: <forged@example.jp>\n"))
                .as("no error")
                .isFalse();
        String error = ERROR.formatted("x@example.com", "forged@example.jp");
        assertThat(judge(Optional.of(EmailAddress.of("a@b.example")), Protocol.SMTP, error, tower.taro))
                .isEmpty();
        assertThat(judge(Optional.empty(), Protocol.LMTP, error, tower.taro)).isEmpty();
    }
}
