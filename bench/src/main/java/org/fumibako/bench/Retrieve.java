// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.List;

/** POP3: a client that fetches every message of a mailbox, one RETR after the other. */
final class Retrieve implements Measure {

    private static final int ACCOUNT = 60;
    private static final int MESSAGE_SIZE = 1024;

    private final Load load;
    private final Appender appender = new Appender(MESSAGE_SIZE);

    Retrieve(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "pop3";
    }

    @Override
    public void prepare(Contender contender) throws IOException {
        try (ImapClient client = ImapClient.connect(contender.ports().imap()).login(account(contender))) {
            appender.fill(client, load.retrieved());
        }
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException {
        long begin = System.nanoTime();
        try (Pop3Client client = Pop3Client.login(contender.ports().pop3(), account(contender))) {
            for (int i = 1; i <= load.retrieved(); i++) {
                client.retrieve(i);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return List.of(Figure.rate("POP3 RETR of 1 KB, 1 connection", load.retrieved() / seconds, "messages/s"));
    }

    private static Account account(Contender contender) {
        return contender.accounts().get(ACCOUNT);
    }
}
