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
        crowd(contender, ACCOUNTS, Idle::plain);
        long rest = contender.processes().residentOctets();
        long plain = crowd(contender, load.idle(), Idle::plain);
        contender.stop();
        contender.start();
        crowd(contender, ACCOUNTS, Idle::encrypted);
        long restOfTls = contender.processes().residentOctets();
        long encrypted = crowd(contender, load.idle(), Idle::encrypted);
        String connections = "%,d connections in IDLE".formatted(load.idle());
        return List.of(
                Figure.cost("memory at rest (PSS)", rest / 1024.0 / 1024.0, "MB"),
                Figure.cost(connections + ": memory each (PSS)", each(rest, plain), "KB"),
                Figure.cost(connections + " over TLS: memory each (PSS)", each(restOfTls, encrypted), "KB"));
    }

    private double each(long rest, long crowded) {
        return (double) (crowded - rest) / load.idle() / 1024;
    }

    private static ImapClient plain(Ports ports) throws IOException {
        return ImapClient.connect(ports.imap(), BUFFER);
    }

    private static ImapClient encrypted(Ports ports) throws IOException {
        return ImapClient.connectTls(ports.imaps(), BUFFER);
    }

    private interface Connection {
        ImapClient to(Ports ports) throws IOException;
    }

    /** Opens {@code count} connections that idle in INBOX, reads the server's memory and closes them. */
    private static long crowd(Contender contender, int count, Connection connection) throws IOException {
        List<ImapClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ImapClient client = connection.to(contender.ports());
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
