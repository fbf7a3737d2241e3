// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Unproven;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.fumibako.testkit.SmtpClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that do not take what is forwarded to them, at once, later, or because of DMARC. */
class RefusedTargetTest {
    private static final String FROM = "bob@far.test";
    private static final EmailAddress TARGET = EmailAddress.of("anna@away.test");
    private static final SinkScript CLOSED =
            SinkScript.MODERN.on("RCPT TO:<anna@away", Reaction.say("550 5.1.1 no anna here"));
    private static final Pattern REVERSE_PATH = Pattern.compile("MAIL FROM:<([^>]+)>.*");

    private RelayHouse house;
    private Account anna;

    @BeforeEach
    void open() throws IOException {
        house = new RelayHouse();
        anna = house.account("anna@near.test");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private static String message(int number) {
        return String.join(
                "\r\n",
                "From: Bob <bob@far.test>",
                "To: anna@near.test",
                "Subject: hello",
                "Message-ID: <" + number + "@far.test>",
                "",
                "Hello Anna.",
                "");
    }

    private void receive(int number) throws IOException {
        assertThat(house.receive(FROM, "anna@near.test", message(number)).code())
                .isEqualTo(250);
    }

    /** Notifications in the account's INBOX. */
    private List<String> notices() {
        return house.inbox(anna).stream()
                .filter(text -> text.contains("From: Mail Delivery System"))
                .toList();
    }

    @Test
    void ownerIsToldAndGetsBackWhatWasNotKept() throws Exception {
        SinkMx sink = house.sink("away.test", CLOSED);
        SinkMx senders = house.sink("far.test", SinkScript.MODERN);
        house.forward(anna, false, "anna@away.test");
        receive(1);
        house.send();
        house.awaitEmpty();
        assertThat(house.inbox(anna)).hasSize(2);
        assertThat(house.inbox(anna)).anyMatch(text -> text.endsWith(message(1)));
        assertThat(notices()).singleElement().asString().contains("anna@away.test", "no anna here");
        assertThat(sink.received()).isEmpty();
        assertThat(senders.connections()).isZero();
        assertThat(house.events(anna, ForwardEvent.PutBack.class)).hasSize(1);
        assertThat(house.events(anna, ForwardEvent.TargetFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.failures()).isOne());
    }

    @Test
    void whatWasKeptIsNotPutBack() throws Exception {
        house.sink("away.test", CLOSED);
        house.forward(anna, true, "anna@away.test");
        receive(1);
        house.send();
        house.awaitEmpty();
        assertThat(house.inbox(anna)).hasSize(2);
        assertThat(notices()).hasSize(1);
        assertThat(house.events(anna, ForwardEvent.PutBack.class)).isEmpty();
    }

    @Test
    void messageFromTheNullSenderIsPutBackAndNobodyElseIsTold() throws Exception {
        house.sink("away.test", CLOSED);
        house.forward(anna, false, "anna@away.test");
        assertThat(house.receive("", "anna@near.test", message(1)).code()).isEqualTo(250);
        house.send();
        house.awaitEmpty();
        assertThat(house.inbox(anna)).hasSize(2);
    }

    @Test
    void targetThatFailsOftenAndLongIsStoppedAndTheMailKept() throws Exception {
        house.sink("away.test", CLOSED);
        house.forward(anna, false, "anna@away.test");
        house.send();
        for (int i = 1; i <= RelayHouse.PATIENCE.failures(); i++) {
            receive(i);
            house.awaitEmpty();
            house.clock.advance(RelayHouse.PATIENCE.time());
        }
        Forwarding after = house.registry.forwards().of(anna.address());
        assertThat(after.keep()).isTrue();
        assertThat(after.working()).isEmpty();
        assertThat(house.events(anna, ForwardEvent.Stopped.class)).hasSize(1);
        assertThat(notices()).hasSize((int) RelayHouse.PATIENCE.failures() + 1);
        String notice = notices().getLast();
        String text = new String(
                Base64.getMimeDecoder().decode(notice.substring(notice.indexOf("\r\n\r\n") + 4)),
                StandardCharsets.UTF_8);
        assertThat(text).contains("転送を停止しました", "anna@away.test", "Forwarding from anna@near.test was stopped");
        int before = house.inbox(anna).size();
        receive(99);
        assertThat(house.inbox(anna)).hasSize(before + 1);
        assertThat(house.volume.queue().count(QueueFilter.ALL)).isEmpty();
    }

    @Test
    void bounceComesBackToTheOwnerAndCounts() throws Exception {
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, false, "anna@away.test");
        receive(1);
        house.send();
        String back = reversePath(sink.await(1).getFirst());
        house.awaitEmpty();
        assertThat(house.receive("", back, bounce()).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).singleElement().asString().contains("Undelivered");
        assertThat(house.volume.queue().count(QueueFilter.ALL)).isEmpty();
        assertThat(house.events(anna, ForwardEvent.TargetFailed.class))
                .containsExactly(new ForwardEvent.TargetFailed(TARGET, "smtp; 550 5.2.1 gone", 1));
    }

    @Test
    void forgedAndForgottenReversePathsAreUnknown() throws Exception {
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, false, "anna@away.test");
        receive(1);
        house.send();
        String back = reversePath(sink.await(1).getFirst());
        house.awaitEmpty();
        assertThat(said(back)).startsWith("250 ");
        for (String forged : List.of(
                back.replace("=bob@", "=eve@"),
                "SRS0=abcdefb=ab=far.test=bob@sv001.near.test",
                "SRS1=abcdef=far.test==ab=cd=e=f@sv001.near.test")) {
            assertThat(said(forged)).as(forged).startsWith("550 5.1.1");
        }
        assertThat(said("other@sv001.near.test")).startsWith("550 5.7.1");
        house.clock.advance(Duration.ofDays(16));
        assertThat(said(back)).startsWith("550 5.1.1");
    }

    @Test
    void messageThatOnlySpfProvedGoesAsAnAttachment() throws Exception {
        house.dns.add("far.test", RecordText.parse(RecordType.TXT, "\"v=spf1 ip4:127.0.0.1 -all\""));
        house.dns.add("_dmarc.far.test", RecordText.parse(RecordType.TXT, "\"v=DMARC1; p=reject\""));
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, false, "anna@away.test");
        receive(1);
        house.send();
        ReceivedMail mail = sink.await(1).getFirst();
        house.awaitEmpty();
        assertThat(mail.text())
                .startsWith("Delivered-To: anna@near.test\r\nFrom: <anna@near.test>\r\n")
                .contains("Subject: Fwd: hello\r\n", "Content-Type: message/rfc822\r\n", message(1));
        assertThat(reversePath(mail)).contains("=near.test=anna@");
        house.registry.forwards().unproven(anna.address(), Unproven.KEEP, RelayHouse.DESK);
        receive(2);
        assertThat(house.inbox(anna)).singleElement().asString().endsWith(message(2));
    }

    /** What the null sender is told at RCPT. */
    private String said(String recipient) throws IOException {
        Reply reply = house.recipient("", recipient);
        return reply.code() + " " + reply.text();
    }

    private static String reversePath(ReceivedMail mail) {
        Matcher matcher = REVERSE_PATH.matcher(mail.mail());
        assertThat(matcher.matches()).as(mail.mail()).isTrue();
        return matcher.group(1);
    }

    private static String bounce() {
        return String.join(
                "\r\n",
                "From: MAILER-DAEMON@away.test",
                "Subject: Undelivered",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "Sorry.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.away.test",
                "",
                "Final-Recipient: rfc822; anna@away.test",
                "Action: failed",
                "Status: 5.2.1",
                "Diagnostic-Code: smtp; 550",
                " 5.2.1 gone",
                "",
                "--b--",
                "");
    }
}
