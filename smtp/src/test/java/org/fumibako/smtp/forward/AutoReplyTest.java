// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.journal.SortingEvent.AutoReplied;
import org.fumibako.journal.SortingEvent.ReplyWithheld;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.AutoReply.Wording;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts that are away answer, and not more often, nor to more, than they should. */
class AutoReplyTest {
    private static final String FROM = "bob@far.test";

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

    private static String message(String fields) {
        return "From: Bob <bob@far.test>\r\nTo: anna@near.test\r\nSubject: hello\r\nMessage-ID: <1@far.test>\r\n"
                + fields + "\r\nHello.\r\n";
    }

    private void away() {
        AutoReply reply = new AutoReply(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Wording("不在のお知らせ", "休暇中です。")),
                Optional.of(new Wording("", "I am away.")));
        house.registry.autoReplies().set(anna.address(), reply, RelayHouse.DESK);
    }

    private int queued() {
        return house.volume.queue().list(QueueFilter.ALL, 10).size();
    }

    @Test
    void correspondentIsAnsweredFromNobodyInTheThread() throws Exception {
        SinkMx sink = house.sink("far.test", SinkScript.MODERN);
        away();
        assertThat(house.receive(FROM, "anna@near.test", message("")).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        house.send();
        ReceivedMail mail = sink.await(1).getFirst();
        assertThat(mail.mail()).startsWith("MAIL FROM:<>");
        assertThat(mail.rcpts()).singleElement().asString().startsWith("RCPT TO:<bob@far.test>");
        assertThat(mail.text())
                .contains("From: anna@near.test\r\nTo: bob@far.test\r\nSubject: Auto: hello\r\n")
                .contains("In-Reply-To: <1@far.test>\r\nReferences: <1@far.test>\r\nAuto-Submitted: auto-replied\r\n")
                .endsWith("\r\n\r\nSSBhbSBhd2F5Lg0K\r\n");
        house.awaitEmpty();
        assertThat(house.events(anna, AutoReplied.class))
                .containsExactly(new AutoReplied(EmailAddress.of(FROM), "the automatic reply", "1@far.test"));
    }

    @Test
    void whoeverWritesJapaneseIsAnsweredInJapanese() throws Exception {
        SinkMx sink = house.sink("far.test", SinkScript.MODERN);
        away();
        house.receive(FROM, "anna@near.test", message("Content-Type: text/plain; charset=iso-2022-jp\r\n"));
        house.send();
        assertThat(sink.await(1).getFirst().text()).contains("Subject: =?UTF-8?B?5LiN5Zyo44Gu44GK55+l44KJ44Gb?=");
        house.awaitEmpty();
    }

    @Test
    void correspondentIsAnsweredOnceAWeek() throws Exception {
        away();
        house.receive(FROM, "anna@near.test", message(""));
        house.receive(FROM, "anna@near.test", message(""));
        assertThat(queued()).isEqualTo(1);
        assertThat(house.events(anna, ReplyWithheld.class))
                .extracting(ReplyWithheld::why)
                .containsExactly("bob@far.test was answered not long ago");
        house.clock.advance(Duration.ofDays(8));
        house.receive(FROM, "anna@near.test", message(""));
        assertThat(queued()).isEqualTo(2);
    }

    @Test
    void correspondentHereFindsTheReplyInTheMailbox() throws Exception {
        Account ben = house.account("ben@near.test");
        away();
        house.receive("ben@near.test", "anna@near.test", message(""));
        assertThat(house.inbox(ben)).singleElement().asString().contains("Auto-Submitted: auto-replied");
        assertThat(queued()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bob@far.test | List-Id: <l.far.test> | it is from a mailing list",
                "bob@far.test | Auto-Submitted: auto-generated | it was written by a machine",
                "bob@far.test | Precedence: bulk | it was sent to many",
                "bob@far.test | X-Auto-Response-Suppress: OOF, DR | it asks for no automatic reply",
                "bob@far.test | Delivered-To: anna@near.test | it was here before",
                "bob@far.test | Content-Type: multipart/report; boundary=x | it is a notification",
                "anna@near.test | X: y | it is from the account itself",
                "noreply@far.test | X: y | nobody reads mail to noreply@far.test",
                "l-bounces@far.test | X: y | nobody reads mail to l-bounces@far.test",
                "mailer-daemon@far.test | X: y | nobody reads mail to mailer-daemon@far.test",
                "SRS0=hash=tt=a.test=b@far.test | X: y | it was forwarded, and nothing proves who wrote it",
            })
    void whomNobodyAnswers(String sender, String field, String why) throws Exception {
        away();
        assertThat(house.receive(sender, "anna@near.test", message(field + "\r\n"))
                        .code())
                .isEqualTo(250);
        assertThat(queued()).isZero();
        assertThat(house.events(anna, ReplyWithheld.class))
                .extracting(ReplyWithheld::why)
                .containsExactly(why);
    }

    @Test
    void neitherNotificationsNorMailToOthersIsAnswered() throws Exception {
        away();
        house.receive("", "anna@near.test", message(""));
        house.receive(FROM, "anna@near.test", message("").replace("To: anna@near.test", "To: others@far.test"));
        assertThat(queued()).isZero();
        assertThat(house.events(anna, ReplyWithheld.class))
                .extracting(ReplyWithheld::why)
                .containsExactly(
                        "it has no sender: it is a notification", "it does not name the account among its recipients");
    }

    @Test
    void vacationOfAScriptObeysTheSameRulesAndSaysItsOwnWords() throws Exception {
        house.sort(
                anna,
                "require \"vacation\"; vacation :days 3 :addresses \"team@near.test\" :subject \"Gone\r\nBcc: x@far.test\""
                        + " :from \"Anna <anna@near.test>\" \"Back soon.\";");
        SinkMx sink = house.sink("far.test", SinkScript.MODERN);
        house.receive(FROM, "anna@near.test", message("").replace("To: anna@near.test", "To: team@near.test"));
        house.receive(FROM, "anna@near.test", message("List-Id: x\r\n"));
        house.send();
        assertThat(sink.await(1).getFirst().text())
                .contains("From: \"Anna\" <anna@near.test>\r\n")
                .contains("Subject: Gone  Bcc: x@far.test\r\n");
        house.awaitEmpty();
        assertThat(house.events(anna, AutoReplied.class))
                .extracting(AutoReplied::rule)
                .containsExactly("a rule (main, line 1)");
    }
}
