// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.Role;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.journal.TraceQuery;
import org.fumibako.journal.TraceQuery.Wanted;
import org.fumibako.journal.TraceQuery.Whose;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;

/** Our own record of what was sent, as far as whoever asks may see it. */
final class SentMail {
    /** Ids that are looked for: an error mail has its own, and that of the message which it is about. */
    private static final int MAX_IDS = 10;

    private final Registry registry;
    private final Journal journal;

    SentMail(Registry registry, Journal journal) {
        this.registry = registry;
        this.journal = journal;
    }

    /** When one of these messages was taken for sending. */
    Optional<JournalRow> find(Collection<String> messageIds, Actor actor) {
        Whose whose = whose(actor);
        return messageIds.stream()
                .limit(MAX_IDS)
                .flatMap(id ->
                        journal
                                .trace(new TraceQuery(new Wanted.MessageId(id), whose, Instant.EPOCH, 1))
                                .lives()
                                .stream())
                .flatMap(life -> life.rows().stream())
                .filter(row -> row.event() instanceof Queued)
                .findFirst();
    }

    private Whose whose(Actor actor) {
        if (actor.role() == Role.OPERATOR) {
            return new Whose.Everybody();
        }
        return actor.account()
                .<Whose>map(account -> new Whose.OfAccount(account.id()))
                .orElseGet(() -> new Whose.OfAccounts(
                        registry.domains().list(actor.customer().orElseThrow()).stream()
                                .flatMap(domain -> registry.accounts().list(domain.id()).stream())
                                .map(Account::id)
                                .collect(Collectors.toSet())));
    }
}
