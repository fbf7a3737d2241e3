// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One delivery's business with its servers: in as many transactions as it takes. Confined to the delivery's thread. */
final class Errand {
    private final Transmission transmission;
    private final OutgoingMessage message;
    private final Progress progress;
    private final ClientLimits limits;
    private final Set<Recipient> asked = new HashSet<>();
    private final long end;

    Errand(Transmission transmission, OutgoingMessage message, Progress progress, ClientConfig config) {
        this.transmission = transmission;
        this.message = message;
        this.progress = progress;
        this.limits = config.limits();
        this.end = System.nanoTime() + config.timeouts().errand().toNanos();
    }

    Progress progress() {
        return progress;
    }

    /** Whether one more connection may be made for it: servers that each keep to their limits must not hold a place in the queue for days. */
    boolean inTime() {
        return System.nanoTime() - end < 0;
    }

    /** Begins with another server: nobody has been asked about yet. */
    void begin() {
        asked.clear();
    }

    /**
     * Runs transactions until every recipient was asked about, or the session is used up.
     *
     * @return whether there are recipients left that this server was not asked about
     */
    boolean run(ClientSession session) throws DialogueException {
        return switch (passage(session)) {
            case Passage.Closed closed -> {
                Attempt attempt = Attempt.failed(
                        Optional.of(session.dialogue().host()), Stage.MAIL, closed.status(), closed.words());
                progress.settleAll(new Outcome.Refused(attempt));
                yield false;
            }
            case Passage.Open open -> run(session, open);
        };
    }

    private Passage passage(ClientSession session) throws DialogueException {
        try {
            return Passage.of(transmission, message, session.capabilities());
        } catch (IOException e) {
            throw session.dialogue().failed(Stage.MAIL, "4.3.0", Words.UNREADABLE);
        }
    }

    private boolean run(ClientSession session, Passage.Open passage) throws DialogueException {
        Deque<Recipient> todo = new ArrayDeque<>(progress.waiting());
        todo.removeAll(asked);
        refuseUtf8(session, todo);
        int most = (int) Math.min(
                limits.recipients(), session.capabilities().maxRecipients().orElse(limits.recipients()));
        while (!todo.isEmpty() && session.reusable(limits)) {
            List<Recipient> batch = new ArrayList<>();
            while (!todo.isEmpty() && batch.size() < Math.max(1, most)) {
                batch.add(todo.removeFirst());
            }
            asked.addAll(batch);
            List<Recipient> tooMany = new MailTransaction(session, transmission, passage, progress).run(batch);
            tooMany.forEach(asked::remove);
            tooMany.reversed().forEach(todo::addFirst);
        }
        return !todo.isEmpty();
    }

    /** RFC 6531 §3.2: an address that is not ASCII goes to a server that offers SMTPUTF8 only. */
    private void refuseUtf8(ClientSession session, Deque<Recipient> todo) {
        if (session.capabilities().smtpUtf8()) {
            return;
        }
        for (Recipient recipient : List.copyOf(todo)) {
            if (Passage.needsUtf8(recipient.address())) {
                todo.remove(recipient);
                progress.settle(
                        recipient,
                        new Outcome.Refused(Attempt.failed(
                                Optional.of(session.dialogue().host()),
                                Stage.RCPT,
                                "5.6.7",
                                "the address is not ASCII, and the server does not offer SMTPUTF8")));
            }
        }
    }
}
