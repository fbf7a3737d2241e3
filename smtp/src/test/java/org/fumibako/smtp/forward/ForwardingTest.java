// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.ForwardEvent.Forwarded;
import org.fumibako.journal.ForwardEvent.How;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that comes to port 25 for accounts that forward, followed to where it ends. */
class ForwardingTest {
    private static final String FROM = "bob@far.test";
    private static final String MESSAGE = String.join(
            "\r\n",
            "From: Bob <bob@far.test>",
            "To: anna@near.test",
            "Subject: hello",
            "Message-ID: <1@far.test>",
            "",
            "Hello Anna.",
            "");

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

    @Test
    void messageIsKeptAndGoesOnWithARewrittenSender() throws Exception {
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, true, "anna@away.test");
        assertThat(house.receive(FROM, "anna@near.test", MESSAGE).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).singleElement().asString().endsWith(MESSAGE);
        house.send();
        ReceivedMail mail = sink.await(1).getFirst();
        assertThat(mail.mail())
                .matches("MAIL FROM:<SRS0=[a-z2-7]{7,}=[a-z2-7]{2}=far\\.test=bob@sv001\\.near\\.test>.*");
        assertThat(mail.rcpts()).singleElement().asString().startsWith("RCPT TO:<anna@away.test>");
        assertThat(mail.text())
                .startsWith("Delivered-To: anna@near.test\r\nReceived: from mail.far.test ")
                .endsWith(MESSAGE)
                .doesNotContain("Return-Path", "anna@away.test");
        house.awaitEmpty();
        assertThat(house.events(anna, ForwardEvent.class))
                .containsExactly(new Forwarded(
                        EmailAddress.of("anna@away.test"),
                        Optional.of(EmailAddress.of(FROM)),
                        How.QUEUED,
                        "1@far.test"));
    }

    @Test
    void messageThatIsNotKeptIsInTheQueueAlone() throws Exception {
        house.forward(anna, false, "anna@away.test", "anna@two.test");
        assertThat(house.receive(FROM, "anna@near.test", MESSAGE).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.volume.queue().list(QueueFilter.ALL, 10))
                .extracting(row -> row.recipient().addressee().address())
                .containsExactly(EmailAddress.of("anna@away.test"), EmailAddress.of("anna@two.test"));
        SinkMx one = house.sink("away.test", SinkScript.MODERN);
        SinkMx two = house.sink("two.test", SinkScript.MODERN);
        house.send();
        assertThat(one.await(1).getFirst().mail())
                .isNotEqualTo(two.await(1).getFirst().mail());
        house.awaitEmpty();
    }

    @Test
    void nullSenderStaysNull() throws Exception {
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, false, "anna@away.test");
        assertThat(house.receive("", "anna@near.test", MESSAGE).code()).isEqualTo(250);
        house.send();
        assertThat(sink.await(1).getFirst().mail()).startsWith("MAIL FROM:<>");
        house.awaitEmpty();
    }

    @Test
    void targetHereIsFiledWithTheMessageAndItsOwnTargetsFollowed() throws Exception {
        Account ben = house.account("ben@near.test");
        Account chie = house.account("chie@near.test");
        SinkMx sink = house.sink("away.test", SinkScript.MODERN);
        house.forward(anna, false, "ben@near.test");
        house.forward(ben, true, "chie@near.test", "ben@away.test");
        assertThat(house.receive(FROM, "anna@near.test", MESSAGE).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).isEmpty();
        assertThat(house.inbox(ben)).singleElement().asString().endsWith(MESSAGE);
        assertThat(house.inbox(chie)).singleElement().asString().endsWith(MESSAGE);
        house.send();
        assertThat(sink.await(1).getFirst().text())
                .startsWith("Delivered-To: ben@near.test\r\nDelivered-To: anna@near.test\r\nReceived:");
        house.awaitEmpty();
        assertThat(house.events(anna, Forwarded.class))
                .extracting(Forwarded::how)
                .containsExactly(How.HERE);
        assertThat(house.events(ben, Forwarded.class))
                .extracting(Forwarded::how)
                .containsExactlyInAnyOrder(How.HERE, How.QUEUED);
    }

    @Test
    void messageThatComesBackIsKeptAndGoesNoFurther() throws Exception {
        house.forward(anna, false, "anna@away.test");
        String again = "Delivered-To: anna@near.test\r\n" + MESSAGE;
        assertThat(house.receive(FROM, "anna@near.test", again).code()).isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.volume.queue().count(QueueFilter.ALL)).isEmpty();
        assertThat(house.events(anna, ForwardEvent.Withheld.class))
                .singleElement()
                .satisfies(event -> assertThat(event.why()).contains("came back"));
    }

    @Test
    void fullTargetHereCostsNobodyTheMessage() throws Exception {
        Account small = house.account("small@near.test", 1);
        house.fill(small);
        house.forward(anna, false, "small@near.test");
        assertThat(house.receive(FROM, List.of("anna@near.test"), MESSAGE).code())
                .isEqualTo(250);
        assertThat(house.inbox(anna)).hasSize(1);
        assertThat(house.events(anna, ForwardEvent.TargetFailed.class)).hasSize(1);
    }

    @Test
    void fullAccountThatOnlyForwardsTakesMail() throws Exception {
        Account small = house.account("small@near.test", 1);
        house.fill(small);
        assertThat(house.recipient(FROM, "small@near.test").code()).isEqualTo(552);
        house.forward(small, false, "small@away.test");
        assertThat(house.receive(FROM, "small@near.test", MESSAGE).code()).isEqualTo(250);
        assertThat(house.volume.queue().list(QueueFilter.ALL, 10)).hasSize(1);
        house.forward(small, true);
        assertThat(house.recipient(FROM, "small@near.test").code()).isEqualTo(552);
    }
}
