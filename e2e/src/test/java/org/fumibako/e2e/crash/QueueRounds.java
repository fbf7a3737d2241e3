// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.SmtpSession;

/** Writers who send mail until the server is killed, round after round, and what the sink at the other end has of it. */
final class QueueRounds {

    private static final int WRITERS = 10;
    private static final int MOST_ACKNOWLEDGEMENTS = 400;
    private static final Duration ROUND_LIMIT = Duration.ofMinutes(1);

    /** What was not answered is tried again after a minute and a little. */
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(4);

    /** A delivery is settled long before this is over. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    /** The connections that the server has to one other server at most (docs/configuration.md): deliveries under way at once. */
    private static final int CONNECTIONS = 20;

    private final SplittableRandom random;
    private final Sink sink;
    private final Route route;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final List<Instant> kills = new ArrayList<>();

    /** How mail is brought to the server, and for whom. */
    interface Route {
        SmtpSession open(Server server) throws IOException;

        String sender();

        String recipient();
    }

    QueueRounds(long seed, Sink sink, Route route) {
        this.random = new SplittableRandom(seed);
        this.sink = sink;
        this.route = route;
    }

    /** The subjects of messages for which the server took responsibility. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Kills the server at a random moment while mail leaves; {@code name} is no other round's. */
    void killWhileMailLeaves(Demo demo, Server server, String name) throws InterruptedException {
        int target = acknowledged.size() + random.nextInt(MOST_ACKNOWLEDGEMENTS);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String writer = name + "-w" + i;
            writers.add(Thread.ofVirtual().name(writer).start(() -> write(server, writer)));
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

    /** Everything came, and came once but for what was under way in a kill or got no answer. Returns how many came twice. */
    long checkArrivals() {
        assertThat(refusals).isEmpty();
        Await.until(
                "the arrival of everything",
                ARRIVAL_LIMIT,
                () -> acknowledged.stream()
                        .noneMatch(subject -> sink.taken(subject).isEmpty()));
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(subject -> assertThat(sink.taken(subject).size())
                        .as("copies of %s", subject)
                        .isLessThanOrEqualTo(permitted(subject)));
        List<String> twice = acknowledged.stream()
                .filter(subject -> sink.taken(subject).size() > 1)
                .toList();
        assertThat(twice.stream().filter(subject -> !sink.unanswered(subject)))
                .as("what the kills cost: at most what the connections carried at that moment")
                .hasSizeLessThanOrEqualTo(CONNECTIONS * kills.size());
        return twice.size();
    }

    private int permitted(String subject) {
        long underWay = sink.taken(subject).stream()
                .filter(moment ->
                        kills.stream().anyMatch(kill -> !moment.isAfter(kill) && moment.isAfter(kill.minus(UNDER_WAY))))
                .count();
        return 1 + (int) underWay + (sink.unanswered(subject) ? 1 : 0);
    }

    private void write(Server server, String name) {
        try (SmtpSession session = route.open(server)) {
            for (int i = 0; ; i++) {
                String subject = name + "-" + i;
                byte[] message = ("From: " + route.sender() + "\r\nSubject: " + subject + "\r\n\r\nHello.\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                String reply = session.deliver(route.sender(), route.recipient(), message);
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
