// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;
import org.fumibako.store.queue.Posting;

/**
 * Step: one message into the INBOX (or the junk mailbox) of every account behind its recipients here, and into the queue for those elsewhere, all or
 * nothing.
 */
final class Filing {
    private final MessageStore store;
    private final Inboxes inboxes;
    private final Duration lifetime;

    /** @param lifetime how long mail for other servers is tried */
    Filing(MessageStore store, Duration lifetime) {
        this.store = store;
        this.inboxes = new Inboxes(store);
        this.lifetime = lifetime;
    }

    /** What became of each recipient, in order; all are FILED or nothing was kept. */
    enum Fate {
        FILED,
        OVER_QUOTA,
        GONE,
        /** Nothing wrong with this one. */
        WITHDRAWN
    }

    List<Fate> file(Content message, MessageSummary summary, Arrival arrival, Instant now) throws IOException {
        List<Recipient> recipients = arrival.envelope().recipients();
        List<Append.Filing> filings = new ArrayList<>(recipients.size());
        Set<AccountId> reached = new HashSet<>();
        for (Recipient recipient : recipients) {
            for (Account account : recipient.accounts()) {
                if (reached.add(account.id())) {
                    filings.add(filing(account, recipient, arrival.mailbox(), now));
                }
            }
        }
        Optional<Posting> posting = arrival.envelope().outgoing().map(outgoing -> posting(outgoing, arrival, now));
        Append append = new Append(message, summary, filings, arrival.envelope().sender(), arrival.origin(), posting);
        return fates(recipients, filings, store.append(List.of(append), true).getFirst());
    }

    private Posting posting(Outgoing outgoing, Arrival arrival, Instant now) {
        return new Posting(
                outgoing.envelope(),
                outgoing.addressees(),
                outgoing.owner(),
                TraceHeader.octetsThatStay(arrival.envelope()),
                now.plus(lifetime));
    }

    private Append.Filing filing(Account account, Recipient recipient, SpecialUse mailbox, Instant now) {
        return new Append.Filing(
                account.id(),
                inboxes.of(account.id(), mailbox),
                Flags.NONE,
                now,
                account.quota().size(),
                Optional.of(recipient.address()));
    }

    private List<Fate> fates(List<Recipient> recipients, List<Append.Filing> filings, List<Append.Outcome> outcomes) {
        Set<AccountId> full = new HashSet<>();
        Set<AccountId> gone = new HashSet<>();
        boolean filed = true;
        for (int i = 0; i < outcomes.size(); i++) {
            AccountId account = filings.get(i).account();
            switch (outcomes.get(i)) {
                case Append.Outcome.Filed done -> {}
                case Append.Outcome.Withdrawn withdrawn -> filed = false;
                case Append.Outcome.OverQuota over -> full.add(account);
                case Append.Outcome.NoMailbox none -> {
                    inboxes.forget(account);
                    gone.add(account);
                }
            }
        }
        List<Fate> fates = new ArrayList<>(recipients.size());
        boolean whole = filed && full.isEmpty() && gone.isEmpty();
        for (Recipient recipient : recipients) {
            fates.add(fate(recipient, full, gone, whole));
        }
        return fates;
    }

    private static Fate fate(Recipient recipient, Set<AccountId> full, Set<AccountId> gone, boolean whole) {
        for (Account account : recipient.accounts()) {
            if (full.contains(account.id())) {
                return Fate.OVER_QUOTA;
            }
            if (gone.contains(account.id())) {
                return Fate.GONE;
            }
        }
        return whole ? Fate.FILED : Fate.WITHDRAWN;
    }
}
