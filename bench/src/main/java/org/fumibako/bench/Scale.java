// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How a mailbox behaves that grows: listing its newest messages, searching it, and delivering into it, at each size. */
final class Scale implements Measure {

    private static final int ACCOUNT = 54;
    private static final int NEWEST = 50;
    private static final int DELIVERIES = 200;
    private static final int REPEATS = 5;
    private static final int MESSAGE_SIZE = 4096;

    private final Load load;
    private final Messages.Template message = Messages.ofSize(MESSAGE_SIZE).followedBy(".\r\n");
    private long number;

    Scale(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "scale";
    }

    /** Grows the mailbox in the first round; the later ones measure at its largest, which is where it then is. */
    @Override
    public List<Figure> run(Contender contender) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (ImapClient client = ImapClient.connect(contender.ports().imap())
                .login(contender.accounts().get(ACCOUNT))) {
            long present = client.messages("INBOX");
            for (int size : load.scale()) {
                if (size > present || size == load.scale().getLast()) {
                    new Letters(Search.RARITY).fill(client, size);
                    measure(contender, client, size, figures);
                }
            }
        }
        return figures;
    }

    private void measure(Contender contender, ImapClient client, int size, List<Figure> figures) throws IOException {
        client.command("SELECT INBOX");
        long messages = client.messages("INBOX");
        String newest =
                "FETCH " + (messages - NEWEST) + ":" + messages + " (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)";
        String at = ", mailbox of %,d".formatted(size);
        double select = median(() -> client.command("SELECT INBOX"));
        double list = median(() -> client.command(newest));
        double flags = median(() -> client.command("FETCH 1:* (FLAGS)"));
        double search = median(() -> client.search("BODY", Letters.JAPANESE_WORD));
        figures.add(Figure.cost("SELECT" + at, select, "ms"));
        figures.add(Figure.cost("list the newest " + NEWEST + at, list, "ms"));
        figures.add(Figure.cost("all FLAGS" + at, flags, "ms"));
        figures.add(Figure.cost("search Japanese text" + at, search, "ms"));
        figures.add(Figure.rate("deliver 4 KB, 1 connection" + at, deliveries(contender), "messages/s"));
    }

    private double deliveries(Contender contender) throws IOException {
        Account account = contender.accounts().get(ACCOUNT);
        SmtpClient.Envelope envelope = SmtpClient.Envelope.to(List.of(account));
        try (Arrivals arrivals = Arrivals.watch(contender, List.of(account));
                SmtpClient sender = SmtpClient.connect(contender.ports().smtp())) {
            long begin = System.nanoTime();
            for (int i = 0; i < DELIVERIES; i++) {
                long _ = sender.deliver(envelope, message.numbered(++number));
            }
            arrivals.await(new long[] {DELIVERIES});
            return DELIVERIES / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double median(Step step) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            step.run();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return Report.median(times);
    }
}
