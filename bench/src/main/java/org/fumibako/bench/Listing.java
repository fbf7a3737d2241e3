// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lists a mailbox of 20,000 messages the way a client does that opens it, and reads all its flags the way one does that returns. */
final class Listing implements Measure {

    private static final int ACCOUNT = 50;
    private static final int MESSAGE_SIZE = 4096;
    private static final int WARM_REPEATS = 3;
    private static final String LIST = "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)";
    private static final String FLAGS = "UID FETCH 1:* (FLAGS)";

    private final Load load;
    private final Appender appender = new Appender(MESSAGE_SIZE);

    Listing(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void prepare(Contender contender) throws IOException {
        try (ImapClient client = session(contender)) {
            appender.fill(client, load.listed());
            client.command("SELECT INBOX");
            for (int i = 0; i < WARM_REPEATS; i++) {
                list(client, LIST);
                list(client, FLAGS);
            }
        }
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        Duration restart = restart(contender);
        List<Double> lists = new ArrayList<>();
        List<Double> flags = new ArrayList<>();
        double cold;
        double selectCold;
        try (ImapClient client = session(contender)) {
            selectCold = millis(() -> client.command("SELECT INBOX"));
            cold = millis(() -> list(client, LIST));
            for (int i = 0; i < WARM_REPEATS; i++) {
                lists.add(millis(() -> list(client, LIST)));
                flags.add(millis(() -> list(client, FLAGS)));
            }
        }
        String messages = "%,d messages".formatted(load.listed());
        return List.of(
                Figure.cost("start to SMTP and IMAP greeting", restart.toNanos() / 1e6, "ms"),
                Figure.cost("SELECT " + messages + ", first after a start", selectCold, "ms"),
                Figure.cost("list " + messages + ", first after a start", cold, "ms"),
                Figure.cost("list " + messages + ", again", Report.median(lists), "ms"),
                Figure.cost("all FLAGS of " + messages, Report.median(flags), "ms"));
    }

    private static Duration restart(Contender contender) throws IOException, InterruptedException {
        contender.stop();
        return contender.start();
    }

    private ImapClient session(Contender contender) throws IOException {
        return ImapClient.connect(contender.ports().imap())
                .login(contender.accounts().get(ACCOUNT));
    }

    private void list(ImapClient client, String command) throws IOException {
        int lines = client.command(command);
        if (lines < load.listed()) {
            throw new IOException("only " + lines + " responses to " + command);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double millis(Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
