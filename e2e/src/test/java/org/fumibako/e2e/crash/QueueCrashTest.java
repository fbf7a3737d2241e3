// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.SmtpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server with SIGKILL while users send mail to other servers, starts it again, and looks at the other end for
 * everything it had acknowledged: each message came, and came once, unless its delivery was not answered or was under way
 * when the server was killed. The number of rounds is {@code -Dcrash.rounds}, the seed {@code -Dcrash.seed}.
 */
final class QueueCrashTest {

    private static final int ROUNDS = Math.max(1, Integer.getInteger("crash.rounds", 30) / 5);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int WRITERS = 10;
    private static final int MOST_ACKNOWLEDGEMENTS = 400;
    private static final int HANG_UP_EVERY = 97;
    private static final String UNLIMITED = "1000000000";
    private static final Duration ROUND_LIMIT = Duration.ofMinutes(1);

    /** What was not answered is tried again after a minute and a little. */
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(4);

    /** A delivery is settled long before this is over. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final List<Instant> kills = new ArrayList<>();

    @Test
    void whatWasAcknowledgedArrivesAndOnlyWhatWasUnderWayArrivesTwice(@TempDir Path directory) throws Exception {
        System.out.println("crash.seed=" + SEED + " crash.rounds=" + ROUNDS);
        try (Sink sink = new Sink(HANG_UP_EVERY);
                Demo demo = new Demo(
                        directory.resolve("data"),
                        directory.resolve("server.log"),
                        "--sink",
                        String.valueOf(sink.port()))) {
            Server server = demo.start();
            demo.admin("", "plan", "change", "standard", "--per-hour", UNLIMITED, "--per-day", UNLIMITED);
            Account sender = server.newAccount();
            for (int round = 1; round <= ROUNDS; round++) {
                killWhileMailLeaves(demo, server, sender, round);
                demo.start();
            }
            assertThat(refusals).as("refusals with seed %d", SEED).isEmpty();
            Await.until(
                    "the arrival of everything",
                    ARRIVAL_LIMIT,
                    () -> acknowledged.stream()
                            .noneMatch(subject -> sink.taken(subject).isEmpty()));
            long duplicates = acknowledged.stream()
                    .filter(subject -> sink.taken(subject).size() > 1)
                    .count();
            assertThat(acknowledged)
                    .as("seed %d", SEED)
                    .isNotEmpty()
                    .allSatisfy(subject -> assertThat(sink.taken(subject).size())
                            .as("copies of %s", subject)
                            .isLessThanOrEqualTo(permitted(sink, subject)));
            System.out.println(acknowledged.size() + " messages acknowledged in " + ROUNDS + " rounds, all arrived, "
                    + duplicates + " twice");
        }
    }

    private int permitted(Sink sink, String subject) {
        long underWay = sink.taken(subject).stream()
                .filter(moment ->
                        kills.stream().anyMatch(kill -> !moment.isAfter(kill) && moment.isAfter(kill.minus(UNDER_WAY))))
                .count();
        return 1 + (int) underWay + (sink.unanswered(subject) ? 1 : 0);
    }

    private void killWhileMailLeaves(Demo demo, Server server, Account sender, int round) throws InterruptedException {
        int target = acknowledged.size() + random.nextInt(MOST_ACKNOWLEDGEMENTS);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "r" + round + "-w" + i;
            writers.add(Thread.ofVirtual().name(name).start(() -> write(server, sender, name)));
        }
        Await.until("acknowledgement " + target, ROUND_LIMIT, () -> acknowledged.size() >= target);
        demo.kill();
        kills.add(Instant.now());
        for (Thread writer : writers) {
            assertThat(writer.join(ROUND_LIMIT))
                    .as(writer.getName() + " has ended")
                    .isTrue();
        }
    }

    private void write(Server server, Account sender, String name) {
        try (SmtpSession session =
                SmtpSession.submit(server.port("submissions"), server.ca(), sender.address(), sender.password())) {
            for (int i = 0; ; i++) {
                String subject = name + "-" + i;
                byte[] message = ("From: " + sender.address() + "\r\nSubject: " + subject + "\r\n\r\nHello.\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                String reply = session.deliver(sender.address(), "friend@elsewhere.test", message);
                if (!reply.startsWith("250")) {
                    refusals.add(subject + ": " + reply);
                    return;
                }
                acknowledged.add(subject);
            }
        } catch (IOException gone) {
            // The server was killed: whatever had no answer yet may be on its way or not.
        }
    }
}
