// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fumibako.registry.Account;
import org.fumibako.testkit.SmtpClient;
import org.fumibako.testkit.SmtpClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String FULL = "5.2.2 maildir over quota.";

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
    void aFullMailboxIsRefusedBeforeTheMessageTravels() throws IOException {
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<a@other.example>");
            Reply reply = client.command("RCPT TO:<full@example.test>");

            assertThat(reply.code()).isEqualTo(552);
            assertThat(reply.text()).isEqualTo(FULL);
            assertThat(house.refusals()).containsExactly("full@example.test 552 " + FULL);
        }
    }

    @Test
    void aMailboxThatTurnsOutTooSmallIsRefusedAfterTheDataWithTheSameText() throws IOException {
        house.put(house.small, MEGABYTE - 2_000);
        try (SmtpClient client = hello(SmtpService.MX)) {
            Reply reply = client.send("a@other.example", List.of("small@example.test"), message(4_000));

            assertThat(reply.code()).isEqualTo(552);
            assertThat(reply.text()).isEqualTo(FULL);
            assertThat(house.inboxSnapshot(house.small).size()).isEqualTo(1);
            assertThat(house.refusals()).containsExactly("small@example.test 552 " + FULL);
        }
    }

    @Test
    void aSenderThatUnderstatesItsSizeIsToldAndNobodyGetsTheMessage() throws IOException {
        house.put(house.small, MEGABYTE - 60_000);
        try (SmtpClient client = hello(SmtpService.MX)) {
            client.command("MAIL FROM:<a@other.example> SIZE=1000");
            assertThat(client.command("RCPT TO:<taro@example.test>").code()).isEqualTo(250);
            assertThat(client.command("RCPT TO:<small@example.test>").code()).isEqualTo(250);
            client.command("DATA");
            Reply reply = client.data(message(100_000));

            assertThat(reply.code()).isEqualTo(452);
            assertThat(reply.text()).startsWith("4.2.2 ");
            assertThat(house.inbox(house.taro)).isEmpty();
            assertThat(house.inboxSnapshot(house.small).size()).isEqualTo(1);
        }
    }

    @Test
    void lmtpAnswersForEachRecipientAndFilesForThoseWithRoom() throws IOException {
        house.put(house.small, MEGABYTE - 2_000);
        try (SmtpClient client = hello(SmtpService.LMTP)) {
            client.command("MAIL FROM:<a@other.example>");
            assertThat(client.command("RCPT TO:<taro@example.test>").code()).isEqualTo(250);
            assertThat(client.command("RCPT TO:<small@example.test>").code()).isEqualTo(250);
            assertThat(client.command("RCPT TO:<hanako@example.test>").code()).isEqualTo(250);
            client.command("DATA");
            Reply first = client.data(message(4_000));
            Reply second = client.readReply();
            Reply third = client.readReply();

            assertThat(first.code()).isEqualTo(250);
            assertThat(second.code()).isEqualTo(552);
            assertThat(second.text()).isEqualTo(FULL);
            assertThat(third.code()).isEqualTo(250);
            assertThat(house.inbox(house.taro)).hasSize(1);
            assertThat(house.inbox(house.hanako)).hasSize(1);
            assertThat(house.inboxSnapshot(house.small).size()).isEqualTo(1);
        }
    }

    /** Faults T2. */
    @Test
    void fiftyDeliveriesAtOnceNeverOvershoot() throws Exception {
        house.put(house.tiny, MEGABYTE / 100 * 99);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Reply>> replies = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                replies.add(senders.submit(() -> {
                    try (SmtpClient client = hello(SmtpService.MX)) {
                        start.await();
                        return client.send("a@other.example", List.of("tiny@example.test"), message(2_000));
                    }
                }));
            }
            start.countDown();
            int filed = 0;
            for (Future<Reply> reply : replies) {
                Reply answer = reply.get(60, TimeUnit.SECONDS);
                assertThat(answer.code()).isIn(250, 552);
                filed += answer.code() == 250 ? 1 : 0;
            }
            assertThat(filed).isBetween(1, 5);
            assertThat(house.inboxSnapshot(house.tiny).size()).isEqualTo(1 + filed);
            assertThat(usage(house.tiny))
                    .isLessThanOrEqualTo(house.tiny.quota().size().bytes());
        }
    }

    private long usage(Account account) {
        return house.store().usage(account.id()).size().bytes();
    }

    private SmtpClient hello(SmtpService service) throws IOException {
        SmtpClient client = SmtpClient.connect(house.port(service));
        client.command((service == SmtpService.LMTP ? "LHLO" : "EHLO") + " client.test");
        return client;
    }

    private static String message(int size) {
        String line = "x".repeat(76) + "\r\n";
        return "Subject: filler\r\n\r\n" + line.repeat(size / line.length());
    }
}
