// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The server elsewhere puts everything off until very much of it waits; then it takes all. Measured is how fast that drains, what memory it
 * takes, and how long somebody else's new mail takes meanwhile. A peer has no figures: the promise is ours alone.
 */
final class Backlog implements Measure {

    private static final int MESSAGE_SIZE = 4096;
    private static final int MESSAGES_PER_CONNECTION = 100;
    private static final int CONNECTIONS = 50;

    /** New messages whose way is timed before there is a backlog. */
    private static final int ALONE = 50;

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(1);
    private static final Duration SAMPLE_PAUSE = Duration.ofMillis(250);

    private final Load load;
    private final Sink sink;
    private final AtomicLong number = new AtomicLong();

    Backlog(Load load, Sink sink) {
        this.load = load;
        this.sink = sink;
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        if (!(contender instanceof Fumibako server)) {
            return List.of();
        }
        server.openSubmission();
        server.stop();
        server.start();
        AtomicInteger few = new AtomicInteger(ALONE);
        List<Long> alone = newMail(server, () -> few.getAndDecrement() > 0);
        sink.willing(false);
        pile(server);
        long atRest = server.processes().residentOctets();
        return drain(server, alone, atRest);
    }

    /** What one side of the drain saw. */
    private record Seen(double seconds, long memory, List<Long> latencies) {}

    private List<Figure> drain(Fumibako server, List<Long> alone, long atRest)
            throws IOException, InterruptedException {
        long target = sink.messages() + load.backlog();
        sink.willing(true);
        long begin = System.nanoTime();
        server.admin("", "queue", "retry", "--all");
        List<Seen> seen = Workers.run(
                2,
                index -> index == 0
                        ? new Seen(0, 0, newMail(server, () -> sink.messages() < target))
                        : watch(server, target, begin));
        Seen drained = seen.getLast();
        String label = "backlog of %,d messages".formatted(load.backlog());
        return List.of(
                Figure.rate(label + ": drains", load.backlog() / drained.seconds(), "messages/s"),
                Figure.cost(label + ": memory while it waits (PSS)", atRest / 1024.0 / 1024.0, "MB"),
                Figure.cost(label + ": most memory while it drains (PSS)", drained.memory() / 1024.0 / 1024.0, "MB"),
                Figure.cost("new mail without a backlog: at the other server, p50", percentile(alone, 50), "ms"),
                Figure.cost("new mail without a backlog: at the other server, p99", percentile(alone, 99), "ms"),
                Figure.cost(
                        "new mail while it drains: p50",
                        percentile(seen.getFirst().latencies(), 50),
                        "ms"),
                Figure.cost(
                        "new mail while it drains: p99",
                        percentile(seen.getFirst().latencies(), 99),
                        "ms"));
    }

    private Seen watch(Fumibako server, long target, long begin) throws IOException {
        long most = 0;
        while (sink.messages() < target) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IOException("not drained within " + LIMIT.toMinutes() + " min");
            }
            most = Math.max(most, server.processes().residentOctets());
            LockSupport.parkNanos(SAMPLE_PAUSE.toNanos());
        }
        return new Seen((System.nanoTime() - begin) / 1e9, most, List.of());
    }

    /** Sends one message after the other as an account that has nothing in the backlog; how long each took to the other server. */
    private List<Long> newMail(Fumibako server, BooleanSupplier more) throws IOException {
        Account account = server.accounts().getLast();
        Messages.Template message =
                Messages.ofSize(MESSAGE_SIZE, account.address()).followedBy(".\r\n");
        SmtpClient.Envelope envelope = SmtpClient.Envelope.of(account.address(), List.of(Sink.MARKED));
        List<Long> latencies = new ArrayList<>();
        while (more.getAsBoolean()) {
            try (SmtpClient client = SmtpClient.submit(server.ports().submissions(), account)) {
                for (int i = 0; i < MESSAGES_PER_CONNECTION && more.getAsBoolean(); i++) {
                    long expected = sink.marked() + 1;
                    long begin = System.nanoTime();
                    client.deliver(envelope, message.numbered(number.incrementAndGet()));
                    sink.awaitMarked(expected, ARRIVAL_LIMIT);
                    latencies.add(System.nanoTime() - begin);
                }
            }
        }
        return latencies;
    }

    private void pile(Fumibako server) throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(load.backlog());
        Workers.run(CONNECTIONS, index -> pile(server, server.accounts().get(index), left));
    }

    private int pile(Fumibako server, Account account, AtomicInteger left) throws IOException {
        Messages.Template message =
                Messages.ofSize(MESSAGE_SIZE, account.address()).followedBy(".\r\n");
        SmtpClient.Envelope envelope = SmtpClient.Envelope.of(account.address(), List.of("friend@elsewhere.test"));
        int count = 0;
        boolean more = left.getAndDecrement() > 0;
        while (more) {
            try (SmtpClient client = SmtpClient.submit(server.ports().submissions(), account)) {
                for (int i = 0; i < MESSAGES_PER_CONNECTION && more; i++) {
                    client.deliver(envelope, message.numbered(number.incrementAndGet()));
                    count++;
                    more = left.getAndDecrement() > 0;
                }
            }
        }
        return count;
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1) / 1e6;
    }
}
