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
 * Delivery of 4 KB messages, one recipient each, at 1, 10 and 50 connections that each carry several messages and then
 * reconnect, as sending servers do. The rate ends when the last message can be seen in its mailbox, not when it was
 * acknowledged: a server that queues what it accepts is not done by then.
 */
final class Deliver implements Measure {

    private static final int MESSAGE_SIZE = 4096;
    private static final int MESSAGES_PER_CONNECTION = 20;
    private static final int MAILBOXES = 20;
    private static final List<Integer> CONNECTIONS = List.of(1, 10, 50);

    private final Load load;
    private final Messages.Template message = Messages.ofSize(MESSAGE_SIZE).followedBy(".\r\n");
    private final AtomicLong number = new AtomicLong();

    Deliver(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        deliver(contender, 10, load.deliveries() / 4);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            Outcome outcome = deliver(contender, connections, load.deliveries());
            String label = "deliver 4 KB, " + connections + (connections == 1 ? " connection" : " connections");
            figures.add(Figure.rate(label + ": in the mailbox", outcome.count() / outcome.seconds(), "messages/s"));
            figures.add(Figure.cost(label + ": acknowledged, p50", outcome.percentile(50), "ms"));
            figures.add(Figure.cost(label + ": acknowledged, p99", outcome.percentile(99), "ms"));
            figures.add(Figure.cost(label + ": server CPU", outcome.cpuMillis(), "ms/message"));
        }
        return figures;
    }

    private Outcome deliver(Contender contender, int connections, int most) throws IOException, InterruptedException {
        List<Account> recipients = contender.accounts().subList(0, MAILBOXES);
        List<SmtpClient.Envelope> envelopes = recipients.stream()
                .map(recipient -> SmtpClient.Envelope.to(List.of(recipient)))
                .toList();
        try (Arrivals arrivals = Arrivals.watch(contender, recipients)) {
            AtomicLongArray sent = new AtomicLongArray(MAILBOXES);
            AtomicInteger left = new AtomicInteger(most);
            double cpu = contender.processes().cpuSeconds();
            long begin = System.nanoTime();
            Sender sender = new Sender(
                    contender.ports().smtp(),
                    envelopes,
                    sent,
                    left,
                    begin + load.period().toNanos());
            List<long[]> latencies = Workers.run(connections, sender::send);
            arrivals.await(counts(sent));
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
        private final List<SmtpClient.Envelope> envelopes;
        private final AtomicLongArray sent;
        private final AtomicInteger left;
        private final long deadline;

        Sender(int port, List<SmtpClient.Envelope> envelopes, AtomicLongArray sent, AtomicInteger left, long deadline) {
            this.port = port;
            this.envelopes = envelopes;
            this.sent = sent;
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
