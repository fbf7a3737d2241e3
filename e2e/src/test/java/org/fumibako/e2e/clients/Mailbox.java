// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.ImapSession;

/** One mailbox, as our own IMAP client sees it. */
final class Mailbox implements AutoCloseable {

    private static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(20);

    private final ImapSession session;
    private final String name;

    private Mailbox(ImapSession session, String name) {
        this.session = session;
        this.name = name;
    }

    static Mailbox inbox(Server server, Account account) throws IOException {
        return of(server, account, "INBOX");
    }

    static Mailbox of(Server server, Account account, String name) throws IOException {
        ImapSession session =
                ImapSession.login(server.port("imaps"), server.ca(), account.address(), account.password());
        return new Mailbox(session, name);
    }

    /** Waits until the mailbox has this many messages and returns them in the order of their UIDs. */
    List<String> await(int count) throws IOException {
        Await.until(
                count + " messages in " + name,
                ARRIVAL_LIMIT,
                () -> session.select(name).exists() >= count);
        return messages();
    }

    /** The messages that are there now, in the order of their UIDs, with CRLF line ends. */
    List<String> messages() throws IOException {
        session.select(name);
        return session.messages().values().stream()
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .toList();
    }

    void append(Sample sample) throws IOException {
        session.append(name, sample.octets());
    }

    /** Selects the mailbox and sends one command. */
    List<ImapSession.Response> command(String command) throws IOException {
        session.select(name);
        return session.command(command);
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
