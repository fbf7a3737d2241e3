// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** APPEND of 4 KB messages at 10 connections, each to an account of its own. */
final class Append implements Measure {

    private static final int CONNECTIONS = 10;
    private static final int MESSAGE_SIZE = 4096;
    private static final int FIRST_ACCOUNT = 30;

    private final Load load;
    private final Appender appender = new Appender(MESSAGE_SIZE);
    private final AtomicLong number = new AtomicLong();

    Append(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "append";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        List<ImapClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                ImapClient client = ImapClient.connect(contender.ports().imap(), 4096);
                clients.add(client);
                client.login(contender.accounts().get(FIRST_ACCOUNT + i));
            }
            return measure(contender, clients);
        } finally {
            for (ImapClient client : clients) {
                client.close();
            }
        }
    }

    private List<Figure> measure(Contender contender, List<ImapClient> clients)
            throws IOException, InterruptedException {
        double cpu = contender.processes().cpuSeconds();
        long begin = System.nanoTime();
        long deadline = begin + load.period().toNanos();
        long count = Workers.run(CONNECTIONS, index -> append(clients.get(index), deadline)).stream()
                .mapToLong(Integer::longValue)
                .sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuMillis = (contender.processes().cpuSeconds() - cpu) * 1000 / count;
        return List.of(
                Figure.rate("APPEND 4 KB, 10 connections", count / seconds, "messages/s"),
                Figure.cost("APPEND 4 KB, 10 connections: server CPU", cpuMillis, "ms/message"));
    }

    private int append(ImapClient client, long deadline) throws IOException {
        Messages.Template command = appender.single();
        int count = 0;
        while (System.nanoTime() < deadline && count < load.deliveries()) {
            byte[] octets = command.numbered(number.incrementAndGet());
            client.batch(octets, octets.length);
            count++;
        }
        return count;
    }
}
