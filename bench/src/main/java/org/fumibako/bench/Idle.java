// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The memory that signed-in connections in IDLE cost, and the memory of the server without them. */
final class Idle implements Measure {

    private static final int ACCOUNTS = 100;
    private static final int BUFFER = 512;

    private final Load load;

    Idle(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        contender.stop();
        contender.start();
        crowd(contender, ACCOUNTS);
        long rest = contender.processes().residentOctets();
        long crowded = crowd(contender, load.idle());
        double each = (double) (crowded - rest) / load.idle() / 1024;
        return List.of(
                Figure.cost("memory at rest (PSS)", rest / 1024.0 / 1024.0, "MB"),
                Figure.cost("%,d connections in IDLE: memory each (PSS)".formatted(load.idle()), each, "KB"));
    }

    /** Opens {@code count} connections that idle in INBOX, reads the server's memory and closes them. */
    private static long crowd(Contender contender, int count) throws IOException {
        List<ImapClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ImapClient client = ImapClient.connect(contender.ports().imap(), BUFFER);
                clients.add(client);
                client.login(contender.accounts().get(i % ACCOUNTS));
                client.command("SELECT INBOX");
                client.idle();
            }
            return contender.processes().residentOctets();
        } finally {
            for (ImapClient client : clients) {
                client.close();
            }
        }
    }
}
