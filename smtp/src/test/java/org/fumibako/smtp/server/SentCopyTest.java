// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.SmtpClient;
import org.fumibako.testkit.SmtpClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that want a copy of what they submit. */
class SentCopyTest {
    private House house;

    @BeforeEach
    void open() throws IOException {
        house = House.open();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void copyIsFiledReadWithTheMessage() throws Exception {
        house.keepSent.add(house.taro.id());
        assertThat(submit(house.taro, "hanako@example.test", 100).code()).isEqualTo(250);
        assertThat(submit(house.taro, "somebody@elsewhere.example", 100).code()).isEqualTo(250);
        MailboxSnapshot sent = sent(house.taro);
        assertThat(sent.size()).isEqualTo(2);
        assertThat(sent.flags(0).has(Flags.SEEN)).isTrue();
        assertThat(sent.contentId(0))
                .as("one content for all")
                .isEqualTo(house.inboxSnapshot(house.hanako).contentId(0));
        assertThat(house.queue().list(QueueFilter.ALL, 10)).hasSize(1);
    }

    @Test
    void nobodyElseGetsACopy() throws Exception {
        house.keepSent.add(house.hanako.id());
        assertThat(submit(house.taro, "hanako@example.test", 100).code()).isEqualTo(250);
        assertThat(sent(house.taro).size()).isZero();
        assertThat(sent(house.hanako).size()).isZero();
    }

    @Test
    void copyThatHasNoRoomCostsNobodyTheMessage() throws Exception {
        house.keepSent.add(house.full.id());
        assertThat(submit(house.full, "hanako@example.test", 100).code()).isEqualTo(250);
        assertThat(house.inbox(house.hanako)).hasSize(1);
        assertThat(sent(house.full).size()).isZero();
    }

    @Test
    void messageToOneselfComesBeforeItsCopy() throws Exception {
        house.keepSent.add(house.small.id());
        house.put(house.small, (1 << 20) - 3_000);
        assertThat(submit(house.small, "small@example.test", 2_000).code()).isEqualTo(250);
        assertThat(house.inboxSnapshot(house.small).size()).isEqualTo(2);
        assertThat(sent(house.small).size()).isZero();
    }

    private MailboxSnapshot sent(Account account) throws Exception {
        house.store().createAccount(account.id());
        return house.store()
                .snapshot(
                        account.id(),
                        house.store().mailbox(account.id(), SpecialUse.SENT).id());
    }

    private Reply submit(Account from, String to, int size) throws IOException {
        try (SmtpClient client = SmtpClient.connectTls(house.port(SmtpService.SUBMISSIONS))) {
            client.command("EHLO scanner");
            client.authPlain(from.address().toString(), FakeAuthenticator.PASSWORD);
            return client.send(
                    from.address().toString(),
                    List.of(to),
                    "Subject: x\r\n\r\n" + ("x".repeat(98) + "\r\n").repeat(size / 100));
        }
    }
}
