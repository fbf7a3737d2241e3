// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One delivery while it goes on: who still waits for a server to answer for the message, and what happened so far. Confined to
 * the delivery's thread.
 */
final class Progress {
    private final List<Recipient> recipients;
    private final Set<Recipient> waiting;
    private final Map<Recipient, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();

    Progress(List<Recipient> recipients) {
        this.recipients = recipients;
        this.waiting = new LinkedHashSet<>(recipients);
    }

    /** Who waits. */
    List<Recipient> waiting() {
        return List.copyOf(waiting);
    }

    boolean done() {
        return waiting.isEmpty();
    }

    /** A recipient's outcome, which nothing that comes later changes. */
    void settle(Recipient recipient, Outcome outcome) {
        waiting.remove(recipient);
        outcomes.put(recipient, outcome);
        note(outcome.attempt());
    }

    /**
     * The outcome if no other server does better. A server that wants the message later beats one that never wants it: the first
     * may yet take it.
     */
    void postpone(Recipient recipient, Outcome outcome) {
        note(outcome.attempt());
        if (waiting.contains(recipient)
                && !(outcome instanceof Outcome.Refused && outcomes.get(recipient) instanceof Outcome.Deferred)) {
            outcomes.put(recipient, outcome);
        }
    }

    /** {@link #postpone} for everybody who waits. */
    void postponeAll(Outcome outcome) {
        waiting().forEach(recipient -> postpone(recipient, outcome));
    }

    /** {@link #settle} for everybody who waits. */
    void settleAll(Outcome outcome) {
        waiting().forEach(recipient -> settle(recipient, outcome));
    }

    /** Evidence that decides nothing. */
    void note(Attempt attempt) {
        if (!attempts.contains(attempt)) {
            attempts.add(attempt);
        }
    }

    /** @throws IllegalStateException when somebody has no outcome at all */
    DeliveryReport report() {
        List<DeliveryReport.Result> results = new ArrayList<>();
        for (Recipient recipient : recipients) {
            Outcome outcome = outcomes.get(recipient);
            if (outcome == null) {
                throw new IllegalStateException("no outcome for a recipient");
            }
            results.add(new DeliveryReport.Result(recipient, outcome));
        }
        return new DeliveryReport(results, attempts);
    }
}
