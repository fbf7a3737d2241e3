// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.EntryText;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.GroupLog;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.StoredContent;

/**
 * What changes work on while they share one transaction: the accounts' states, the records for the pack, and rows that are
 * written together at the end. Committer's transaction thread only.
 */
final class Group {
    private final Connection connection;
    private final GroupLog log;
    private final Accounts accounts;
    private final FlagPool flags;
    private final long now;

    private final List<ContentRows.NewContent> contents = new ArrayList<>();
    private final List<MessageRows.Placed> messages = new ArrayList<>();
    private final List<PackRows.Entry> soloPacks = new ArrayList<>();
    private final List<JournalEvent.Entry> journal = new ArrayList<>();
    private final QueueBatch queue = new QueueBatch();
    private final Map<MailboxState, MailboxDelta> touched = new LinkedHashMap<>();
    private final List<MailboxState> dropped = new ArrayList<>();
    private final Set<AccountState> changedAccounts = new LinkedHashSet<>();
    private final Set<AccountState> rearranged = new LinkedHashSet<>();
    private final Set<Kind> objects = new LinkedHashSet<>();

    /** {@code now} is milliseconds since the epoch. */
    Group(Connection connection, GroupLog log, Accounts accounts, FlagPool flags, long now) {
        this.connection = connection;
        this.log = log;
        this.accounts = accounts;
        this.flags = flags;
        this.now = now;
    }

    /** For statements of a change's own; rows of messages added in this group are there. */
    Connection connection() throws SQLException {
        flushMessages();
        return connection;
    }

    /** For statements of a change's own about the queue; what this group did to it so far is there. */
    Connection queueConnection() throws SQLException {
        queue.flush(connection, now);
        return connection;
    }

    QueueBatch queue() {
        return queue;
    }

    long now() {
        return now;
    }

    FlagPool flagPool() {
        return flags;
    }

    GroupLog log() {
        return log;
    }

    /** Empty when there is no such account, or no longer. */
    Optional<AccountState> account(AccountId id) throws SQLException {
        return accounts.get(connection, id).filter(account -> !account.deleted());
    }

    AccountState required(AccountId id) throws SQLException, MailboxException {
        return account(id).orElseThrow(MailboxException::gone);
    }

    /** The account, made when it never was; it may be a deleted one. */
    AccountState make(AccountId id) throws SQLException {
        Optional<AccountState> known = accounts.get(connection, id);
        return known.isPresent() ? known.get() : accounts.make(connection, id);
    }

    /** Adds a record to the pack. */
    void record(LogEvent event) {
        log.add(event);
    }

    /** Adds a message to the pack and the index; {@code contentId} is where its record begins. */
    void store(LogEvent.Filed filed, PreparedAppend prepared) {
        StoredContent content = prepared.content();
        long offset = log.position();
        long length = log.add(filed, content);
        if (content.solo()) {
            soloPacks.add(new PackRows.Entry(
                    new org.fumibako.store.pack.PackName(content.soloPack(), 0), true, true, content.soloLength(), 0));
        }
        contents.add(new ContentRows.NewContent(
                filed.contentId(),
                content.solo() ? content.soloPack() : log.pack(),
                content.solo() ? 0 : offset,
                content.solo() ? content.soloLength() : length,
                content.size(),
                prepared.threadId(filed.contentId()),
                prepared.summary()));
    }

    /** How many messages were added to the pack. */
    int stored() {
        return contents.size();
    }

    /** Adds a message to a mailbox: row, counters, snapshots. */
    void add(MailboxState mailbox, StoredMessage message) {
        mailbox.added(message);
        messages.add(new MessageRows.Placed(mailbox.account().id(), mailbox.id(), message));
        delta(mailbox).add(new MailboxDelta.Step.Added(message), 1);
    }

    /** Notes for counters and snapshots that messages got new flags; the rows are the caller's. */
    void reflagged(MailboxState mailbox, List<StoredMessage> before, Flags[] after, long modSeq) {
        long[] uids = new long[before.size()];
        for (int i = 0; i < uids.length; i++) {
            uids[i] = before.get(i).uid();
            mailbox.reflagged(before.get(i).flags(), after[i]);
        }
        delta(mailbox).add(new MailboxDelta.Step.Flagged(uids, after, modSeq), uids.length);
    }

    /** Notes for counters and snapshots that messages went; the rows are the caller's. */
    void removed(MailboxState mailbox, List<StoredMessage> gone, UidSet uids) {
        for (StoredMessage message : gone) {
            mailbox.removed(message);
        }
        delta(mailbox).add(new MailboxDelta.Step.Removed(uids), gone.size());
    }

    /** The next mod-sequence, for a change to this mailbox. */
    long nextModSeq(MailboxState mailbox) {
        delta(mailbox);
        return mailbox.nextModSeq();
    }

    /**
     * Gives the mailbox a new mod-sequence because of what is said of it, so that clients that synchronise learn of it; in the pack, a
     * new name that is the old.
     */
    void renamed(MailboxState mailbox) throws SQLException {
        long modSeq = nextModSeq(mailbox);
        MailboxRows.rename(connection, mailbox);
        record(new LogEvent.MailboxRenamed(mailbox.account().id(), mailbox.id(), modSeq, mailbox.name()));
    }

    /** The mailbox is no more; nothing about it is to be written. */
    void dropped(MailboxState mailbox) {
        touched.remove(mailbox);
        dropped.add(mailbox);
        changed(mailbox.account());
        rearranged(mailbox.account());
    }

    List<MailboxState> dropped() {
        return dropped;
    }

    /** The account's own row has to be written. */
    void changed(AccountState account) {
        changedAccounts.add(account);
    }

    /** Which mailboxes the account has, what it subscribes to or what is noted there is not as it was. */
    void rearranged(AccountState account) {
        rearranged.add(account);
    }

    Set<AccountState> rearranged() {
        return rearranged;
    }

    /** What an account has of one kind beside mail. */
    record Kind(AccountId account, String name) {}

    /** Objects of that kind changed. */
    void changed(Kind kind) {
        objects.add(kind);
    }

    Set<Kind> objects() {
        return objects;
    }

    void journal(AccountId account, Origin origin, JournalEvent event) {
        journal(Optional.of(account), origin, event);
    }

    /** Of an event that may be of nobody's account. */
    void journal(Optional<AccountId> account, Origin origin, JournalEvent event) {
        journal.add(new JournalEvent.Entry(account, origin, event));
    }

    List<JournalEvent.Entry> journal() {
        return journal;
    }

    /** The record that ends a group which can be done again. */
    LogEvent.GroupEnd end() {
        return new LogEvent.GroupEnd(now, journal.stream().map(EntryText::of).toList());
    }

    Map<MailboxState, MailboxDelta> touched() {
        return touched;
    }

    private MailboxDelta delta(MailboxState mailbox) {
        MailboxDelta delta = touched.get(mailbox);
        if (delta == null) {
            delta = new MailboxDelta(mailbox.modSeq());
            touched.put(mailbox, delta);
        }
        return delta;
    }

    private void flushMessages() throws SQLException {
        if (!messages.isEmpty()) {
            MessageRows.insert(connection, messages);
            messages.clear();
        }
    }

    /** Writes all rows that were held back, except the journal's. */
    void flush() throws SQLException {
        for (PackRows.Entry solo : soloPacks) {
            PackRows.insert(connection, solo);
        }
        ContentRows.insert(connection, contents);
        flushMessages();
        queue.flush(connection, now);
        touched.forEach((mailbox, delta) -> delta.close(mailbox));
        MailboxRows.update(connection, touched.keySet());
        for (AccountState account : changedAccounts) {
            AccountRows.update(connection, account);
        }
        if (!log.isEmpty()) {
            PackRows.grow(connection, log.pack(), log.position());
        }
    }
}
