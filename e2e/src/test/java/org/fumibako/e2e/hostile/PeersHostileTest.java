// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.ImapSession;
import org.fumibako.e2e.wire.SmtpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred hostile connections, and one user who goes on reading and being written to. How long it takes is
 * {@code -Dhostile.seconds} (600 is the long form), how many there are {@code -Dhostile.connections}. How long the user waited is
 * printed, not judged: it depends on the machine.
 */
final class PeersHostileTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("hostile.seconds", 20));
    private static final int CONNECTIONS = Integer.getInteger("hostile.connections", 200);
    private static final long MOST_GROWTH_KILOBYTES = 64 << 10;
    private static final byte[] MESSAGE =
            "From: a@elsewhere.test\r\nSubject: hello\r\n\r\nHello.\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aUserNoticesNothingAndMemoryDoesNotGrow(@TempDir Path directory) throws Exception {
        try (Demo demo = new Demo(directory.resolve("data"), directory.resolve("server.log"))) {
            Server server = demo.start();
            Account account = server.newAccount();
            Heap heap = new Heap(demo.pid());
            use(server, account);
            try (Crowd warm = new Crowd(server, Misdeed.values().length)) {
                work(server, account, Instant.now().plusSeconds(3));
                assertThat(warm.connections()).isPositive();
            }
            long before = heap.live();
            long during;
            List<Duration> waits;
            try (Crowd crowd = new Crowd(server, CONNECTIONS)) {
                waits = work(server, account, Instant.now().plus(LENGTH));
                during = heap.live();
                System.out.println(crowd.connections() + " hostile connections from " + CONNECTIONS + " peers");
            }
            waits.sort(null);
            System.out.println("heap " + before + " kB before, " + during + " kB during; " + waits.size()
                    + " rounds of a user, half within "
                    + waits.get(waits.size() / 2).toMillis() + " ms, 99 % within "
                    + waits.get(waits.size() * 99 / 100).toMillis() + " ms");
            assertThat(during - before).as("growth of live memory in kB").isLessThan(MOST_GROWTH_KILOBYTES);
        }
    }

    /** What the user does, again and again; every answer has to come and be right. */
    private static List<Duration> work(Server server, Account account, Instant end) throws IOException {
        List<Duration> waits = new ArrayList<>();
        while (Instant.now().isBefore(end)) {
            Instant began = Instant.now();
            use(server, account);
            waits.add(Duration.between(began, Instant.now()));
        }
        return waits;
    }

    private static void use(Server server, Account account) throws IOException {
        try (ImapSession session =
                        ImapSession.login(server.port("imaps"), server.ca(), account.address(), account.password());
                SmtpSession stranger = SmtpSession.connect(server.port("smtp"))) {
            long there = session.select("INBOX").exists();
            assertThat(stranger.deliver("a@elsewhere.test", account.address(), MESSAGE))
                    .startsWith("250");
            session.command("NOOP");
            assertThat(session.select("INBOX").exists()).isEqualTo(there + 1);
        }
    }
}
