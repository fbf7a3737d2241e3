// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Patient;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalQuery.About;
import org.fumibako.journal.JournalRow;
import org.fumibako.registry.Account;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;
import org.fumibako.registry.Sending;

/** What the journal says of all accounts of the patient's domain that send more than letters: what is counted by domain is counted so here. */
public final class DomainHistory {
    /** Who sent fewer than this on the busiest day changes no such count. */
    private static final int WORTH = 20;

    /** Accounts that are read, so that a large domain takes no longer than a check may. */
    private static final int MAX_ACCOUNTS = 40;

    private final Registry registry;
    private final Journal journal;

    public DomainHistory(Registry registry, Journal journal) {
        this.registry = registry;
        this.journal = journal;
    }

    /**
     * What was read.
     *
     * @param complete whether nothing was left out that could count
     */
    record Seen(List<JournalRow> rows, Instant since, boolean complete) {}

    Seen of(Patient patient, Duration back) {
        Instant since = patient.now().minus(back);
        List<Account> senders = registry.domains().find(patient.address().domain()).map(Domain::id).stream()
                .flatMap(domain -> registry.accounts().list(domain).stream())
                .filter(account -> isBusy(account)
                        || patient.account()
                                .filter(own -> own.id().equals(account.id()))
                                .isPresent())
                .toList();
        List<JournalRow> rows = new ArrayList<>();
        boolean complete = senders.size() <= MAX_ACCOUNTS;
        for (Account sender : senders.subList(0, Math.min(senders.size(), MAX_ACCOUNTS))) {
            List<JournalRow> own = journal.read(new JournalQuery(
                    Optional.of(new About.OfAccount(sender.id())), since, true, JournalQuery.MAX_LIMIT));
            complete &= own.size() < JournalQuery.MAX_LIMIT;
            rows.addAll(own);
        }
        return new Seen(List.copyOf(rows), since, complete);
    }

    private boolean isBusy(Account account) {
        return registry.sending().used(account, Sending.Whose.ACCOUNT).day() >= WORTH
                || registry.habits().of(account).peak() >= WORTH;
    }
}
