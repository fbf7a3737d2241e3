// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.SmtpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory on a disk that fills up: mail is put off, not lost, and comes in again when there is room. */
final class FullDiskCrashTest {

    private static final int SMALL = 48;
    private static final int LARGE = 160;
    private static final int PAYLOAD = 100_000;
    private static final int MORE_MESSAGES_THAN_FIT = 2 * SMALL * 1024 * 1024 / PAYLOAD;
    private static final int REFUSED_IN_A_ROW = 20;
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(30);

    private final SplittableRandom random = new SplittableRandom(20_261_125);
    private int sent;

    @Test
    void aFullDiskPutsMailOffAndLosesNothing(@TempDir Path directory) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "mounting a small disk needs root");
        Path mountPoint = Files.createDirectories(directory.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mount(mountPoint, SMALL);
                Demo demo = new Demo(mountPoint.resolve("data"), directory.resolve("server.log"))) {
            Server server = demo.start();
            LedgerMailbox mailbox = LedgerMailbox.of(server.newAccount(), new AtomicLong());

            fill(server, mailbox);
            assertThat(mailbox.checkAll(server)).as("while the disk is full").isEmpty();

            disk.grow(LARGE);
            Await.until(
                    "mail taken again",
                    RECOVERY_LIMIT,
                    () -> deliver(server, mailbox).startsWith("250"));
            assertThat(mailbox.checkAll(server)).as("with room again").isEmpty();

            demo.kill();
            demo.start();
            assertThat(mailbox.checkAll(server)).as("after a restart").isEmpty();
        }
    }

    /** Sends until the disk is full, and then some: every refusal must be one that makes the sender try again. */
    private void fill(Server server, LedgerMailbox mailbox) throws IOException {
        int refused = 0;
        for (int i = 0; i < MORE_MESSAGES_THAN_FIT && refused < REFUSED_IN_A_ROW; i++) {
            String reply = deliver(server, mailbox);
            assertThat(reply).startsWith(refused > 0 ? "4" : reply.startsWith("250") ? "250" : "4");
            refused += reply.startsWith("4") ? 1 : 0;
        }
        assertThat(refused).as("refusals of a full disk").isEqualTo(REFUSED_IN_A_ROW);
        assertThat(mailbox.ledger().acknowledged()).as("messages taken before").isPositive();
    }

    private String deliver(Server server, LedgerMailbox mailbox) throws IOException {
        LedgerMessage message = LedgerMessage.random("full-" + sent++, PAYLOAD, random);
        mailbox.ledger().offer(message, true);
        try (SmtpSession session = SmtpSession.connect(server.port("smtp"))) {
            String reply =
                    session.deliver("ledger@elsewhere.test", mailbox.account().address(), message.octets());
            if (reply.startsWith("250")) {
                mailbox.ledger().acknowledge(message);
            }
            return reply;
        }
    }
}
