// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.Annotations;
import org.fumibako.store.Append;
import org.fumibako.store.ChangeFeed;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;
import org.fumibako.store.Shares;

/** A store that hands everything on to another; tests override what they watch or break. */
class ForwardingStore implements MessageStore {
    private final MessageStore store;

    ForwardingStore(MessageStore store) {
        this.store = store;
    }

    @Override
    public void createAccount(AccountId account) {
        store.createAccount(account);
    }

    @Override
    public void deleteAccount(AccountId account, Origin origin) {
        store.deleteAccount(account, origin);
    }

    @Override
    public Map<AccountId, Usage> usage(Collection<AccountId> accounts) {
        return store.usage(accounts);
    }

    @Override
    public Usage usage(AccountId account) {
        return store.usage(account);
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        return store.mailboxes(account);
    }

    @Override
    public Optional<Mailbox> mailbox(AccountId account, String name) {
        return store.mailbox(account, name);
    }

    @Override
    public Optional<Mailbox> mailbox(AccountId account, MailboxId mailbox) {
        return store.mailbox(account, mailbox);
    }

    @Override
    public Mailbox mailbox(AccountId account, SpecialUse use) {
        return store.mailbox(account, use);
    }

    @Override
    public Mailbox createMailbox(AccountId account, String name, Optional<SpecialUse> use, Origin origin)
            throws MailboxException {
        return store.createMailbox(account, name, use, origin);
    }

    @Override
    public void renameMailbox(AccountId account, MailboxId mailbox, String newName, Origin origin)
            throws MailboxException {
        store.renameMailbox(account, mailbox, newName, origin);
    }

    @Override
    public void deleteMailbox(AccountId account, MailboxId mailbox, Origin origin) throws MailboxException {
        store.deleteMailbox(account, mailbox, origin);
    }

    @Override
    public void subscribe(AccountId account, String name, boolean subscribed) {
        store.subscribe(account, name, subscribed);
    }

    @Override
    public Set<String> subscriptions(AccountId account) {
        return store.subscriptions(account);
    }

    @Override
    public Annotations annotations() {
        return store.annotations();
    }

    @Override
    public Shares shares() {
        return store.shares();
    }

    @Override
    public List<List<Append.Outcome>> append(List<Append> appends, boolean allOrNothing) {
        return store.append(appends, allOrNothing);
    }

    @Override
    public Append.Outcome replace(Append append, MailboxId from, long uid) throws MailboxException {
        return store.replace(append, from, uid);
    }

    @Override
    public MailboxSnapshot snapshot(AccountId account, MailboxId mailbox) throws MailboxException {
        return store.snapshot(account, mailbox);
    }

    @Override
    public FlagOutcome changeFlags(
            AccountId account,
            MailboxId mailbox,
            UidSet uids,
            FlagChange change,
            Flags flags,
            Optional<Long> unchangedSince,
            Origin origin)
            throws MailboxException {
        return store.changeFlags(account, mailbox, uids, change, flags, unchangedSince, origin);
    }

    @Override
    public CopyOutcome copy(AccountId account, MailboxId from, UidSet uids, MailboxId to, ByteSize limit, Origin origin)
            throws MailboxException {
        return store.copy(account, from, uids, to, limit, origin);
    }

    @Override
    public CopyOutcome move(AccountId account, MailboxId from, UidSet uids, MailboxId to, Origin origin)
            throws MailboxException {
        return store.move(account, from, uids, to, origin);
    }

    @Override
    public UidSet expunge(AccountId account, MailboxId mailbox, UidSet uids, boolean onlyDeleted, Origin origin)
            throws MailboxException {
        return store.expunge(account, mailbox, uids, onlyDeleted, origin);
    }

    @Override
    public long purgeTrash(Instant before) {
        return store.purgeTrash(before);
    }

    @Override
    public void scan(AccountId account, MailboxId mailbox, UidSet uids, Set<Column> columns, RowReader reader)
            throws MailboxException, java.io.IOException {
        store.scan(account, mailbox, uids, columns, reader);
    }

    @Override
    public Content content(AccountId account, long contentId) {
        return store.content(account, contentId);
    }

    @Override
    public UidSet vanished(AccountId account, MailboxId mailbox, long modSeq) throws MailboxException {
        return store.vanished(account, mailbox, modSeq);
    }

    @Override
    public ChangeFeed changes() {
        return store.changes();
    }

    @Override
    public void close() {
        store.close();
    }
}
