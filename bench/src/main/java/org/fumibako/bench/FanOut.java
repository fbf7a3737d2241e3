// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Messages for 100 recipients each, until every copy can be seen in its mailbox. */
final class FanOut implements Measure {

    /** Recipients of one message. */
    static final int RECIPIENTS = 100;

    private static final int MESSAGE_SIZE = 4096;
    private static final int CONNECTIONS = 5;

    private final Load load;
    private final Messages.Template message = Messages.ofSize(MESSAGE_SIZE).followedBy(".\r\n");
    private final AtomicLong number = new AtomicLong();

    FanOut(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        List<Account> recipients = contender.accounts().subList(0, RECIPIENTS);
        SmtpClient.Envelope envelope = SmtpClient.Envelope.to(recipients);
        int each = load.fanOutMessages() / CONNECTIONS;
        long[] expected = new long[RECIPIENTS];
        Arrays.fill(expected, (long) each * CONNECTIONS);
        try (Arrivals arrivals = Arrivals.watch(contender, recipients)) {
            double cpu = contender.processes().cpuSeconds();
            long begin = System.nanoTime();
            Workers.run(CONNECTIONS, index -> send(contender.ports().smtp(), envelope, each));
            arrivals.await(expected);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double copies = (double) each * CONNECTIONS * RECIPIENTS;
            double cpuMillis = (contender.processes().cpuSeconds() - cpu) * 1000 / copies;
            return List.of(
                    Figure.rate("fan-out to 100 recipients: in the mailboxes", copies / seconds, "copies/s"),
                    Figure.cost("fan-out to 100 recipients: server CPU", cpuMillis, "ms/copy"));
        }
    }

    private int send(int port, SmtpClient.Envelope envelope, int count) throws IOException {
        Messages.Template own = message.copy();
        try (SmtpClient client = SmtpClient.connect(port)) {
            for (int i = 0; i < count; i++) {
                client.deliver(envelope, own.numbered(number.incrementAndGet()));
            }
        }
        return count;
    }
}
