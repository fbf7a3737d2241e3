// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.queue.Posting;
import org.jspecify.annotations.Nullable;

/** Stores messages, files each in its mailboxes, and queues those that have to go on. */
final class AppendChange implements Change<List<List<Append.Outcome>>> {
    /** Bits of a content id that say where in its pack the record began; a pack rolls long before 4 GB. */
    private static final int OFFSET_BITS = 32;

    private final List<PreparedAppend> appends;
    private final boolean allOrNothing;
    private final Handover handover;
    private final Set<PreparedAppend> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    AppendChange(List<PreparedAppend> appends, boolean allOrNothing, Handover handover) {
        this.appends = appends;
        this.allOrNothing = allOrNothing;
        this.handover = handover;
    }

    /** Whether anything refers to what was prepared, once the change is committed. */
    boolean kept(PreparedAppend prepared) {
        return kept.contains(prepared);
    }

    @Override
    public List<AccountId> accounts() {
        return appends.stream()
                .flatMap(prepared -> prepared.append().filings().stream())
                .map(Append.Filing::account)
                .toList();
    }

    @Override
    public boolean redoable() {
        return true;
    }

    @Override
    public long weight() {
        return appends.stream()
                .mapToLong(prepared -> prepared.content().octets().length
                        + 48L * prepared.append().filings().size()
                        + prepared.append().postings().stream()
                                .mapToLong(posting ->
                                        128 + 48L * posting.addressees().size())
                                .sum())
                .sum();
    }

    /** A filing that was let in to {@code mailbox}, or why it was not. */
    private record Decision(@Nullable MailboxState mailbox, Append.@Nullable Outcome refusal) {}

    @Override
    public List<List<Append.Outcome>> apply(Group group) throws SQLException {
        kept.clear();
        handover.restart();
        List<List<Decision>> decisions = new ArrayList<>(appends.size());
        boolean refused = false;
        for (PreparedAppend prepared : appends) {
            List<Decision> ofOne = decide(group, prepared);
            refused |= ofOne.stream().anyMatch(decision -> decision.refusal() != null);
            decisions.add(ofOne);
        }
        release(decisions);
        if (refused && allOrNothing) {
            return withdrawn(decisions);
        }
        List<List<Append.Outcome>> outcomes = new ArrayList<>(appends.size());
        for (int i = 0; i < appends.size(); i++) {
            outcomes.add(file(group, appends.get(i), decisions.get(i)));
        }
        return outcomes;
    }

    private static List<Decision> decide(Group group, PreparedAppend prepared) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        for (Append.Filing filing : prepared.append().filings()) {
            MailboxState mailbox = group.account(filing.account())
                    .flatMap(account -> account.mailbox(filing.mailbox()))
                    .orElse(null);
            if (mailbox == null) {
                decisions.add(new Decision(null, new Append.Outcome.NoMailbox()));
            } else if (!mailbox.account()
                    .fits(prepared.content().size(), filing.limit().bytes())) {
                decisions.add(new Decision(null, new Append.Outcome.OverQuota()));
            } else {
                mailbox.account().reserve(prepared.content().size());
                decisions.add(new Decision(mailbox, null));
            }
        }
        return decisions;
    }

    private void release(List<List<Decision>> decisions) {
        for (int i = 0; i < appends.size(); i++) {
            for (Decision decision : decisions.get(i)) {
                if (decision.mailbox() != null) {
                    decision.mailbox()
                            .account()
                            .reserve(-appends.get(i).content().size());
                }
            }
        }
    }

    private static List<List<Append.Outcome>> withdrawn(List<List<Decision>> decisions) {
        return decisions.stream()
                .map(ofOne -> ofOne.stream()
                        .<Append.Outcome>map(decision ->
                                Optional.ofNullable(decision.refusal()).orElseGet(Append.Outcome.Withdrawn::new))
                        .toList())
                .toList();
    }

    /** The id of what a record holds that begins there. */
    static long contentId(long pack, long offset) {
        return (pack << OFFSET_BITS) | offset;
    }

    /** The pack in which the record of a content was written. */
    static long pack(long contentId) {
        return contentId >>> OFFSET_BITS;
    }

    private List<Append.Outcome> file(Group group, PreparedAppend prepared, List<Decision> decisions) {
        long contentId = contentId(group.log().pack(), group.log().position());
        long threadId = prepared.threadId(contentId);
        List<Append.Outcome> outcomes = new ArrayList<>(decisions.size());
        List<LogEvent.Filing> filings = new ArrayList<>(decisions.size());
        for (int i = 0; i < decisions.size(); i++) {
            MailboxState mailbox = decisions.get(i).mailbox();
            Append.Filing filing = prepared.append().filings().get(i);
            if (mailbox == null) {
                outcomes.add(java.util.Objects.requireNonNull(decisions.get(i).refusal()));
                continue;
            }
            long modSeq = group.nextModSeq(mailbox);
            StoredMessage message = new StoredMessage(
                    mailbox.nextUid(),
                    contentId,
                    threadId,
                    prepared.content().size(),
                    filing.internalDate().toEpochMilli(),
                    group.now(),
                    group.flagPool().of(filing.flags()),
                    modSeq);
            group.add(mailbox, message);
            filings.add(logged(mailbox, message));
            journal(group, prepared, filing, mailbox, message);
            outcomes.add(new Append.Outcome.Filed(mailbox.uidValidity(), message.uid(), modSeq, contentId));
        }
        List<Posting> postings = prepared.append().postings();
        if (!filings.isEmpty() || !postings.isEmpty()) {
            long size = prepared.content().size();
            long solo = prepared.content().soloPack();
            group.store(new LogEvent.Filed(contentId, size, solo, filings), prepared);
            postings.forEach(posting -> Enqueueing.enqueue(group, prepared, posting, contentId, handover));
            kept.add(prepared);
        }
        return outcomes;
    }

    private static LogEvent.Filing logged(MailboxState mailbox, StoredMessage message) {
        return new LogEvent.Filing(
                mailbox.account().id(),
                mailbox.id(),
                message.uid(),
                message.modSeq(),
                message.flags(),
                message.internalDate(),
                message.savedDate());
    }

    private static void journal(
            Group group, PreparedAppend prepared, Append.Filing filing, MailboxState mailbox, StoredMessage message) {
        JournalEvent event = new JournalEvent.Filed(
                message.contentId(),
                mailbox.name(),
                message.uid(),
                message.size(),
                prepared.append().sender(),
                filing.recipient(),
                prepared.summary().messageId(),
                prepared.summary().subject());
        group.journal(mailbox.account().id(), prepared.append().origin(), event);
    }
}
