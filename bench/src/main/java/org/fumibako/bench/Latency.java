// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How long after the end of a message somebody who idles on the mailbox hears of it, one message after the other. */
final class Latency implements Measure {

    private static final int ACCOUNT = 53;
    private static final int MESSAGE_SIZE = 4096;

    private final Load load;
    private final Messages.Template message = Messages.ofSize(MESSAGE_SIZE).followedBy(".\r\n");
    private long number;

    Latency(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void prepare(Contender contender) throws IOException {
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException {
        Account account = contender.accounts().get(ACCOUNT);
        SmtpClient.Envelope envelope = SmtpClient.Envelope.to(List.of(account));
        long[] times = new long[load.latencies()];
        try (ImapClient idle = ImapClient.connect(contender.ports().imap(), 512).login(account);
                SmtpClient sender = SmtpClient.connect(contender.ports().smtp())) {
            idle.command("SELECT INBOX");
            idle.idle();
            for (int i = 0; i < times.length; i++) {
                long acknowledged = sender.deliver(envelope, message.numbered(++number));
                long then = System.nanoTime();
                idle.awaitExists();
                times[i] = acknowledged + System.nanoTime() - then;
            }
        }
        Arrays.sort(times);
        return List.of(
                Figure.cost("end of a message to EXISTS in IDLE, p50", times[times.length / 2] / 1e6, "ms"),
                Figure.cost("end of a message to EXISTS in IDLE, p99", times[times.length * 99 / 100] / 1e6, "ms"));
    }
}
