// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server with SIGKILL while mail arrives, starts it again, and looks for everything it had acknowledged. The
 * number of rounds is {@code -Dcrash.rounds}, the seed {@code -Dcrash.seed}; the moment of the kill is a random number of
 * acknowledgements, so that fast and slow machines are hit at the same places.
 */
final class KillCrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 30);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int SMTP_WRITERS = 20;
    private static final int APPEND_WRITERS = 5;
    private static final int MAILBOXES = 5;
    private static final int MOST_ACKNOWLEDGEMENTS = 600;
    private static final Duration ROUND_LIMIT = Duration.ofMinutes(1);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final AtomicLong acknowledgements = new AtomicLong();
    private final List<LedgerMailbox> mailboxes = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostOrDamagedAndNoNumberGoesBack(@TempDir Path directory) throws Exception {
        System.out.println("crash.seed=" + SEED + " crash.rounds=" + ROUNDS);
        try (Demo demo = new Demo(directory.resolve("data"), directory.resolve("server.log"))) {
            Server server = demo.start();
            IntStream.range(0, MAILBOXES)
                    .forEach(i -> mailboxes.add(LedgerMailbox.of(server.newAccount(), acknowledgements)));
            for (int round = 1; round <= ROUNDS; round++) {
                killWhileMailArrives(demo, server, round);
                demo.start();
                for (LedgerMailbox mailbox : mailboxes) {
                    assertThat(mailbox.checkNew(server))
                            .as("round %d of seed %d", round, SEED)
                            .isEmpty();
                }
            }
            checkEverything(server);
        }
        System.out.println(acknowledgements + " messages acknowledged in " + ROUNDS + " rounds, none lost or damaged");
    }

    private void killWhileMailArrives(Demo demo, Server server, int round) throws InterruptedException {
        long target = acknowledgements.get() + random.nextInt(MOST_ACKNOWLEDGEMENTS);
        Writers writers = new Writers(server, mailboxes, "r" + round);
        writers.start(SMTP_WRITERS, APPEND_WRITERS, random.split());
        Await.until("acknowledgement " + target, ROUND_LIMIT, () -> acknowledgements.get() >= target);
        demo.kill();
        assertThat(writers.awaitEnd())
                .as("refusals in round %d of seed %d", round, SEED)
                .isEmpty();
    }

    private void checkEverything(Server server) throws IOException {
        for (LedgerMailbox mailbox : mailboxes) {
            assertThat(mailbox.checkAll(server)).as("seed %d", SEED).isEmpty();
            assertThat(mailbox.ledger().acknowledged()).isPositive();
        }
    }
}
