// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.List;

/** Signing in over IMAP, again and again, as clients do that connect, look and leave: connect, LOGIN, hang up. */
final class SignIn implements Measure {

    private static final List<Integer> CONNECTIONS = List.of(1, 10);
    private static final int ACCOUNTS = 10;

    private final Load load;

    SignIn(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "signin";
    }

    @Override
    public void prepare(Contender contender) throws IOException, InterruptedException {
        signIn(contender, 10);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        return List.of(signIn(contender, CONNECTIONS.getFirst()), signIn(contender, CONNECTIONS.getLast()));
    }

    private Figure signIn(Contender contender, int connections) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long deadline = begin + load.period().toNanos();
        int count = Workers.run(connections, index -> again(contender, index, deadline)).stream()
                .mapToInt(Integer::intValue)
                .sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        String label = "sign-in, " + connections + (connections == 1 ? " connection" : " connections");
        return Figure.rate(label, count / seconds, "sign-ins/s");
    }

    private static int again(Contender contender, int index, long deadline) throws IOException {
        Account account = contender.accounts().get(index % ACCOUNTS);
        int count = 0;
        do {
            ImapClient.connect(contender.ports().imap(), 512).login(account).close();
            count++;
        } while (System.nanoTime() < deadline);
        return count;
    }
}
