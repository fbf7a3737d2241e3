// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.model.Quota;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static final int CHANGES = 200;

    @Test
    void manyChangesAreToldUntilNothingIsMissing() throws IOException {
        try (TestServer server = TestServer.start();
                ImapClient idler = server.client()) {
            idler.command("SELECT INBOX");
            idler.socket().send("i IDLE\r\n");
            assertThat(idler.readResponse()).startsWith("+");

            server.fill("INBOX", Collections.nCopies(CHANGES, "Subject: x\r\n\r\n"));

            String told = idler.readResponse();
            int responses = 1;
            while (!told.equals("* " + CHANGES + " EXISTS")) {
                told = idler.readResponse();
                responses++;
            }
            assertThat(responses).isLessThanOrEqualTo(CHANGES);
            idler.socket().send("DONE\r\n");
            assertThat(idler.readUntil("i").untagged()).isEmpty();
        }
    }

    @Test
    void subscriptionEndsWithIdle() throws IOException {
        AtomicInteger open = new AtomicInteger();
        try (TestServer server = TestServer.start(Quota.DEFAULT, store -> new WatchedFeedStore(store, open))) {
            try (ImapClient client = server.client()) {
                client.command("SELECT INBOX");
                client.socket().send("i IDLE\r\n");
                client.readResponse();
                assertThat(open).hasValue(1);
                client.socket().send("DONE\r\n");
                client.readUntil("i");
            }
            assertThat(open).hasValue(0);
        }
    }

    @Test
    void stoppingServerSaysByeToWhoIdles() throws Exception {
        TestServer server = TestServer.start();
        ImapClient client = server.client();
        client.command("SELECT INBOX");
        client.socket().send("i IDLE\r\n");
        client.readResponse();

        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> close(server, closed));

        assertThat(client.readResponse()).startsWith("* BYE");
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        client.close();
    }

    @Test
    void lineThatIsNotDoneIsRefusedUpToItsBound() throws IOException {
        for (int over = -1; over <= 1; over++) {
            try (TestServer server = TestServer.start();
                    ImapClient client = server.client()) {
                client.socket().send("i IDLE\r\n");
                client.readResponse();
                client.socket().send("x".repeat(256 + over) + "\r\n");
                assertThat(client.readResponse()).startsWith(over <= 0 ? "i BAD" : "* BYE");
            }
        }
    }

    private static void close(TestServer server, CountDownLatch closed) {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        closed.countDown();
    }
}
