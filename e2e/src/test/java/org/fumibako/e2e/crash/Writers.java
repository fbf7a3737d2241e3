// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.ImapRefusal;
import org.fumibako.e2e.wire.ImapSession;
import org.fumibako.e2e.wire.SmtpSession;

/** The mail that arrives while the server is killed: each writer sends one message after the other until the server has gone. */
final class Writers {

    private static final Duration END_LIMIT = Duration.ofSeconds(40);
    private static final int MOST_PAYLOAD = 6_000;
    private static final int LARGE_PAYLOAD = 300_000;

    private final Server server;
    private final List<LedgerMailbox> mailboxes;
    private final String round;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    Writers(Server server, List<LedgerMailbox> mailboxes, String round) {
        this.server = server;
        this.mailboxes = mailboxes;
        this.round = round;
    }

    void start(int smtpWriters, int appendWriters, SplittableRandom random) {
        for (int i = 0; i < smtpWriters; i++) {
            start("smtp" + i, mailboxes.get(i % mailboxes.size()), random.split(), this::deliver);
        }
        for (int i = 0; i < appendWriters; i++) {
            start("append" + i, mailboxes.get(i % mailboxes.size()), random.split(), this::append);
        }
    }

    /** Waits until every writer has seen that the server is gone; returns what the server refused while it lived. */
    List<String> awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(END_LIMIT)) {
                throw new AssertionError(thread.getName() + " still waits for a server that has gone");
            }
        }
        return List.copyOf(refusals);
    }

    private interface Writer {
        void write(String name, LedgerMailbox mailbox, RandomGenerator random) throws IOException;
    }

    private void start(String name, LedgerMailbox mailbox, RandomGenerator random, Writer writer) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            try {
                writer.write(name, mailbox, random);
            } catch (ImapRefusal refusal) {
                refusals.add(name + ": " + refusal.getMessage());
            } catch (IOException gone) {
                // The server was killed: whatever had no answer yet may be there or not.
            }
        }));
    }

    private void deliver(String name, LedgerMailbox mailbox, RandomGenerator random) throws IOException {
        try (SmtpSession session = SmtpSession.connect(server.port("smtp"))) {
            for (int i = 0; ; i++) {
                LedgerMessage message = message(name, i, random);
                mailbox.ledger().offer(message, true);
                String reply = session.deliver(
                        "ledger@elsewhere.test", mailbox.account().address(), message.octets());
                if (reply.startsWith("250")) {
                    mailbox.ledger().acknowledge(message);
                } else {
                    refusals.add(name + ": " + reply);
                    return;
                }
            }
        }
    }

    private void append(String name, LedgerMailbox mailbox, RandomGenerator random) throws IOException {
        try (ImapSession session = mailbox.signIn(server)) {
            for (int i = 0; ; i++) {
                LedgerMessage message = message(name, i, random);
                mailbox.ledger().offer(message, false);
                OptionalLong uid = session.append("INBOX", message.octets());
                if (uid.isPresent()) {
                    mailbox.ledger().acknowledge(message, uid.getAsLong());
                } else {
                    mailbox.ledger().acknowledge(message);
                }
            }
        }
    }

    private LedgerMessage message(String name, int number, RandomGenerator random) {
        int payload = random.nextInt(50) == 0 ? LARGE_PAYLOAD : random.nextInt(MOST_PAYLOAD);
        return LedgerMessage.random(round + "-" + name + "-" + number, payload, random);
    }
}
