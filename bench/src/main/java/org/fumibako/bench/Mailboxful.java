// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a client does that takes a mailbox along: reads all messages at once and one by one, marks all and one by one. */
final class Mailboxful implements Measure {

    private static final int ACCOUNT = 51;
    private static final int MESSAGE_SIZE = 4096;
    private static final int REPEATS = 3;

    private final Load load;
    private final Appender appender = new Appender(MESSAGE_SIZE);

    Mailboxful(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public void prepare(Contender contender) throws IOException {
        try (ImapClient client = session(contender)) {
            appender.fill(client, load.retrieved());
        }
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException {
        List<Double> bodies = new ArrayList<>();
        List<Double> stores = new ArrayList<>();
        try (ImapClient client = session(contender)) {
            client.command("SELECT INBOX");
            for (int i = 0; i < REPEATS; i++) {
                bodies.add(rate(() -> client.command("UID FETCH 1:* (UID BODY.PEEK[])")));
                stores.add(rate(() -> client.command("UID STORE 1:* +FLAGS.SILENT (\\Flagged)")));
                client.command("UID STORE 1:* -FLAGS.SILENT (\\Flagged)");
            }
            double one = rate(() -> each(client, "FETCH %d (UID BODY.PEEK[])"));
            double mark = rate(() -> each(client, "STORE %d +FLAGS.SILENT (\\Answered)"));
            client.command("UID STORE 1:* -FLAGS.SILENT (\\Answered)");
            return List.of(
                    Figure.rate("read 4 KB messages, all at once", Report.median(bodies), "messages/s"),
                    Figure.rate("read 4 KB messages, one by one", one, "messages/s"),
                    Figure.rate("mark messages, all at once", Report.median(stores), "messages/s"),
                    Figure.rate("mark messages, one by one", mark, "messages/s"));
        }
    }

    private void each(ImapClient client, String command) throws IOException {
        for (int i = 1; i <= load.retrieved(); i++) {
            client.command(command.formatted(i));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private double rate(Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        return load.retrieved() / ((System.nanoTime() - begin) / 1e9);
    }

    private static ImapClient session(Contender contender) throws IOException {
        return ImapClient.connect(contender.ports().imap())
                .login(contender.accounts().get(ACCOUNT));
    }
}
