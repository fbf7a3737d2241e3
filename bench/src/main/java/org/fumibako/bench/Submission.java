// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Mail that accounts submit under TLS with a password, which the server signs and carries to a server elsewhere: 50 connections that
 * each carry several messages and then sign in again. The rate ends when the last message is at the other server.
 */
final class Submission implements Measure {

    private static final int MESSAGE_SIZE = 4096;
    private static final int MESSAGES_PER_CONNECTION = 20;
    private static final int CONNECTIONS = 50;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String LABEL = "submit 4 KB, sign and send on, " + CONNECTIONS + " connections";

    private final Load load;
    private final Sink sink;
    private final AtomicLong number = new AtomicLong();

    /** @param sink where every contender sends what is for others */
    Submission(Load load, Sink sink) {
        this.load = load;
        this.sink = sink;
    }

    @Override
    public String name() {
        return "submission";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        contender.openSubmission();
        send(contender, load.submissions() / 4);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        double cpu = contender.processes().cpuSeconds();
        long signed = sink.signed();
        long begin = System.nanoTime();
        long count = send(contender, load.submissions());
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuMillis = (contender.processes().cpuSeconds() - cpu) * 1000 / count;
        return List.of(
                Figure.rate(LABEL + ": at the other server", count / seconds, "messages/s"),
                Figure.cost(LABEL + ": server CPU", cpuMillis, "ms/message"),
                Figure.rate(LABEL + ": signed", 100.0 * (sink.signed() - signed) / count, "%"));
    }

    private long send(Contender contender, int most) throws IOException, InterruptedException {
        long before = sink.messages();
        AtomicInteger left = new AtomicInteger(most);
        long deadline = System.nanoTime() + load.period().toNanos();
        long count = Workers.run(CONNECTIONS, index -> send(contender, index, left, deadline)).stream()
                .mapToLong(Integer::longValue)
                .sum();
        sink.await(before + count, LIMIT);
        return count;
    }

    private int send(Contender contender, int index, AtomicInteger left, long deadline) throws IOException {
        Account account = contender.accounts().get(index);
        Messages.Template message =
                Messages.ofSize(MESSAGE_SIZE, account.address()).followedBy(".\r\n");
        SmtpClient.Envelope envelope = SmtpClient.Envelope.of(account.address(), List.of("friend@elsewhere.test"));
        int count = 0;
        boolean more = true;
        while (more) {
            try (SmtpClient client = SmtpClient.submit(contender.ports().submissions(), account)) {
                for (int i = 0; i < MESSAGES_PER_CONNECTION && more; i++) {
                    client.deliver(envelope, message.numbered(number.incrementAndGet()));
                    count++;
                    more = System.nanoTime() < deadline && left.decrementAndGet() > 0;
                }
            }
        }
        return count;
    }
}
