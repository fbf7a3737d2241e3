// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Delivery of messages of 4 KB, one recipient each, at 1, 10 and 50 connections, and of larger ones at 10, on connections that
 * each carry several messages and then reconnect, as sending servers do. The rate ends when the last message can be seen in its mailbox, not when it was
 * acknowledged: a server that queues what it accepts is not done by then.
 */
final class Deliver implements Measure {

    private static final int MESSAGES_PER_CONNECTION = 20;
    private static final int MAILBOXES = 20;
    private static final Shape WARM_UP = new Shape("4 KB", 4096, 10);
    private static final List<Shape> SHAPES = List.of(
            new Shape("4 KB", 4096, 1),
            new Shape("4 KB", 4096, 10),
            new Shape("4 KB", 4096, 50),
            new Shape("50 KB", 50 << 10, 10),
            new Shape("1 MB", 1 << 20, 10));

    /** Octets that one measure of larger messages sends at most, which is what a mailbox and a disk have room for. */
    private static final long MOST_OCTETS = 512L << 20;

    private final Load load;
    private final AtomicLong number = new AtomicLong();

    Deliver(Load load) {
        this.load = load;
    }

    /** One way to deliver: a size, in words and octets, at so many connections. */
    private record Shape(String name, int size, int connections) {
        String label() {
            return "deliver " + name + ", " + connections + (connections == 1 ? " connection" : " connections");
        }
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        deliver(contender, WARM_UP, load.deliveries() / 4);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (Shape shape : SHAPES) {
            Outcome outcome = deliver(contender, shape, load.deliveries());
            String label = shape.label();
            figures.add(Figure.rate(label + ": in the mailbox", outcome.count() / outcome.seconds(), "messages/s"));
            figures.add(Figure.cost(label + ": acknowledged, p50", outcome.percentile(50), "ms"));
            figures.add(Figure.cost(label + ": acknowledged, p99", outcome.percentile(99), "ms"));
            figures.add(Figure.cost(label + ": server CPU", outcome.cpuMillis(), "ms/message"));
        }
        return figures;
    }

    private Outcome deliver(Contender contender, Shape shape, int most) throws IOException, InterruptedException {
        List<Account> recipients = contender.accounts().subList(0, MAILBOXES);
        List<SmtpClient.Envelope> envelopes = recipients.stream()
                .map(recipient -> SmtpClient.Envelope.to(List.of(recipient)))
                .toList();
        try (Arrivals arrivals = Arrivals.watch(contender, recipients)) {
            AtomicInteger left = new AtomicInteger((int) Math.min(most, MOST_OCTETS / shape.size()));
            Messages.Template message = Messages.ofSize(shape.size()).followedBy(".\r\n");
            double cpu = contender.processes().cpuSeconds();
            long begin = System.nanoTime();
            Sender sender = new Sender(
                    contender.ports().smtp(),
                    message,
                    envelopes,
                    left,
                    begin + load.period().toNanos());
            List<long[]> latencies = Workers.run(shape.connections(), sender::send);
            arrivals.await(counts(sender.sent));
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Outcome(latencies, seconds, contender.processes().cpuSeconds() - cpu);
        }
    }

    private static long[] counts(AtomicLongArray sent) {
        long[] counts = new long[sent.length()];
        Arrays.setAll(counts, sent::get);
        return counts;
    }

    /** What the connections of one measure share. */
    private final class Sender {

        private final int port;
        private final Messages.Template message;
        private final List<SmtpClient.Envelope> envelopes;
        private final AtomicLongArray sent = new AtomicLongArray(MAILBOXES);
        private final AtomicInteger left;
        private final long deadline;

        Sender(
                int port,
                Messages.Template message,
                List<SmtpClient.Envelope> envelopes,
                AtomicInteger left,
                long deadline) {
            this.port = port;
            this.message = message;
            this.envelopes = envelopes;
            this.left = left;
            this.deadline = deadline;
        }

        long[] send(int index) throws IOException {
            Messages.Template own = message.copy();
            long[] latencies = new long[1024];
            int count = 0;
            int recipient = index;
            boolean more = true;
            while (more) {
                try (SmtpClient client = SmtpClient.connect(port)) {
                    for (int i = 0; i < MESSAGES_PER_CONNECTION && more; i++) {
                        recipient = (recipient + 1) % MAILBOXES;
                        long latency = client.deliver(envelopes.get(recipient), own.numbered(number.incrementAndGet()));
                        sent.incrementAndGet(recipient);
                        if (count == latencies.length) {
                            latencies = Arrays.copyOf(latencies, count * 2);
                        }
                        latencies[count++] = latency;
                        more = System.nanoTime() < deadline && left.decrementAndGet() > 0;
                    }
                }
            }
            return Arrays.copyOf(latencies, count);
        }
    }

    private record Outcome(List<long[]> latencies, double seconds, double cpuSeconds) {

        long count() {
            return latencies.stream().mapToLong(each -> each.length).sum();
        }

        double cpuMillis() {
            return cpuSeconds * 1000 / count();
        }

        double percentile(int percent) {
            long[] sorted =
                    latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1] / 1e6;
        }
    }
}
