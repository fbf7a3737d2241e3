// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.ContentForm;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRecord;

/**
 * Does again, on an empty index, what the records of the log packs say was done. What is computed from the octets of
 * messages, and every counter, is left for later.
 */
final class Replay {
    private static final UidSet.Range ALL = new UidSet.Range(1, UidSet.MAX_UID);

    private final ReplayCounters counters;
    private final Map<Long, Long> soloLengths;
    private final Findings findings;
    private final long now;
    private final FlagPool flags = new FlagPool();

    /**
     * @param soloLengths octets of each solo pack there is
     * @param now milliseconds since the epoch
     */
    Replay(ReplayCounters counters, Map<Long, Long> soloLengths, Findings findings, long now) {
        this.counters = counters;
        this.soloLengths = soloLengths;
        this.findings = findings;
        this.now = now;
    }

    void apply(Connection tx, PackName pack, PackRecord record) throws SQLException {
        switch (record.event()) {
            case LogEvent.Filed filed -> filed(tx, pack, record, filed);
            case LogEvent.AccountCreated(AccountId account) -> RebuildRows.accountDeleted(tx, account, false);
            case LogEvent.AccountDeleted(AccountId account) -> accountDeleted(tx, account);
            case LogEvent.MailboxCreated created -> {
                counters.created(created);
                RebuildRows.mailboxCreated(tx, created);
            }
            case LogEvent.MailboxRenamed renamed -> {
                counters.changed(renamed.account(), renamed.mailbox(), renamed.modSeq());
                RebuildRows.mailboxRenamed(tx, renamed);
            }
            case LogEvent.UidValidityChanged renewed -> {
                counters.renewed(renewed);
                RebuildRows.uidValidityChanged(tx, renewed);
            }
            case LogEvent.MailboxDeleted(AccountId account, MailboxId mailbox, long modSeq) ->
                mailboxDeleted(tx, account, mailbox, modSeq);
            case LogEvent.Subscribed(AccountId account, String name, boolean on) ->
                SubscriptionRows.set(tx, account, name, on);
            case LogEvent.FlagsSet set -> flagsSet(tx, set);
            case LogEvent.Removed removed -> removed(tx, removed);
            case LogEvent.Copied copied -> copied(tx, copied);
            case LogEvent.Annotated annotated -> annotated(tx, annotated);
            case LogEvent.ObjectKept kept -> ObjectRows.keptAgain(tx, kept);
            case LogEvent.ObjectGone gone -> ObjectRows.goneAgain(tx, gone);
            case LogEvent.Queued queued -> QueueReplay.queued(tx, queued);
            case LogEvent.QueueChanged changed -> QueueReplay.changed(tx, changed, now);
            case LogEvent.GroupEnd end -> {}
            case LogEvent.Blob blob -> findings.problem(pack.file() + " holds a message where a change was expected");
        }
    }

    private void filed(Connection tx, PackName pack, PackRecord record, LogEvent.Filed filed) throws SQLException {
        if (filed.soloPack() != 0) {
            counters.packSeen(filed.soloPack());
            long length = soloLengths.getOrDefault(filed.soloPack(), 0L);
            RebuildRows.content(tx, new RebuildRows.Place(filed.soloPack(), 0, length), filed);
        } else if (record.form() != ContentForm.NONE) {
            RebuildRows.content(tx, new RebuildRows.Place(pack.id(), record.offset(), record.length()), filed);
        }
        List<MessageRows.Placed> rows = new ArrayList<>();
        for (LogEvent.Filing filing : filed.filings()) {
            counters.filed(filing.account(), filing.mailbox(), filing.modSeq(), filing.uid());
            StoredMessage message = new StoredMessage(
                    filing.uid(),
                    filed.contentId(),
                    filed.contentId(),
                    filed.size(),
                    filing.internalDate(),
                    filing.savedDate(),
                    filing.flags(),
                    filing.modSeq());
            rows.add(new MessageRows.Placed(filing.account(), filing.mailbox(), message));
        }
        RebuildRows.messages(tx, rows);
    }

    private void accountDeleted(Connection tx, AccountId account) throws SQLException {
        for (Mailbox mailbox : MailboxRows.all(tx, account)) {
            mailboxDeleted(tx, account, mailbox.id(), 0);
        }
        SubscriptionRows.deleteAll(tx, account);
        AnnotationRows.deleteAll(tx, account);
        ObjectRows.deleteAll(tx, account);
        RebuildRows.accountDeleted(tx, account, true);
    }

    private void mailboxDeleted(Connection tx, AccountId account, MailboxId mailbox, long modSeq) throws SQLException {
        counters.deleted(account, mailbox, modSeq);
        MessageRows.delete(tx, account, mailbox, ALL, now);
        ExpungedRows.deleteAll(tx, account, mailbox);
        AnnotationRows.deleteAll(tx, account, mailbox);
        MailboxRows.delete(tx, account, mailbox);
    }

    private void annotated(Connection tx, LogEvent.Annotated annotated) throws SQLException {
        counters.changed(annotated.account(), annotated.modSeq());
        Annotation.Name name = new Annotation.Name(annotated.mailbox(), annotated.reader(), annotated.entry());
        Annotation.Change change = new Annotation.Change(name, annotated.value());
        AnnotationRows.set(tx, annotated.account(), change, annotated.modSeq());
    }

    private void flagsSet(Connection tx, LogEvent.FlagsSet set) throws SQLException {
        counters.changed(set.account(), set.mailbox(), set.modSeq());
        for (LogEvent.FlagRun run : set.runs()) {
            for (UidSet.Range range : run.uids().ranges()) {
                MessageRows.updateFlags(tx, set.account(), set.mailbox(), range, run.flags(), set.modSeq());
            }
        }
    }

    private void removed(Connection tx, LogEvent.Removed removed) throws SQLException {
        counters.changed(removed.account(), removed.mailbox(), removed.modSeq());
        for (UidSet.Range range : removed.uids().ranges()) {
            MessageRows.delete(tx, removed.account(), removed.mailbox(), range, now);
        }
        RebuildRows.expunged(tx, removed, now);
    }

    private void copied(Connection tx, LogEvent.Copied copied) throws SQLException {
        AccountId account = copied.account();
        counters.changed(account, copied.to(), copied.modSeq());
        List<MessageRows.Placed> rows = new ArrayList<>();
        List<StoredMessage> sources = MessageRows.list(tx, account, copied.from(), copied.uids(), flags);
        int found = 0;
        PrimitiveIterator.OfLong uids = copied.uids().iterator();
        for (long uid = copied.firstUid(); uids.hasNext(); uid++) {
            long from = uids.nextLong();
            counters.filed(account, copied.to(), copied.modSeq(), uid);
            if (found < sources.size() && sources.get(found).uid() == from) {
                StoredMessage copy = sources.get(found++).copied(uid, copied.savedDate(), copied.modSeq());
                rows.add(new MessageRows.Placed(account, copied.to(), copy));
            } else {
                findings.problem("account " + account + " lost UID " + uid + " of mailbox " + copied.to()
                        + ", a copy of UID " + from + " of mailbox " + copied.from() + ", which no record has");
            }
        }
        RebuildRows.messages(tx, rows);
        if (copied.fromModSeq() != 0) {
            moved(tx, copied);
        }
    }

    private void moved(Connection tx, LogEvent.Copied copied) throws SQLException {
        counters.changed(copied.account(), copied.from(), copied.fromModSeq());
        for (UidSet.Range range : copied.uids().ranges()) {
            MessageRows.deleteMoved(tx, copied.account(), copied.from(), range);
        }
        LogEvent.Removed removed =
                new LogEvent.Removed(copied.account(), copied.from(), copied.fromModSeq(), copied.uids());
        RebuildRows.expunged(tx, removed, now);
    }
}
