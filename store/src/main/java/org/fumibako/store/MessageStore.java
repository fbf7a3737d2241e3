// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

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

/**
 * One volume's mail: what protocols may ask of it, in their own words (UIDs, flags, mod-sequences).
 *
 * <p>Every method blocks its caller, who is on a virtual thread, until the answer is known; a method that changes something
 * returns only when the change is on disk, with its journal rows in the same transaction. Safe for any number of threads.
 * Failures of the disk or the database are {@link StoreException}; nothing was changed then.
 */
public interface MessageStore extends AutoCloseable {
    // --- accounts

    /** Makes the account's mailboxes: INBOX, Sent, Drafts, Junk, Trash, all subscribed. Idempotent. */
    void createAccount(AccountId account);

    /** Removes the account's mailboxes and messages. Idempotent. */
    void deleteAccount(AccountId account, Origin origin);

    /** What the account holds; a message in two mailboxes counts twice, as clients see it. */
    Usage usage(AccountId account);

    /** The same of many accounts in few questions; one that has no mailbox is not in the answer. */
    Map<AccountId, Usage> usage(Collection<AccountId> accounts);

    /** Octets and messages of one account. */
    record Usage(ByteSize size, long messages) {}

    // --- mailboxes

    /** All mailboxes of the account, INBOX first, then by name. Names subscribed without a mailbox are in none of them. */
    List<Mailbox> mailboxes(AccountId account);

    /** By name; INBOX in any case. */
    Optional<Mailbox> mailbox(AccountId account, String name);

    /** By id, with fresh counters. */
    Optional<Mailbox> mailbox(AccountId account, MailboxId mailbox);

    /** The mailbox for a purpose; INBOX when the account has no other (its owner deleted it). */
    Mailbox mailbox(AccountId account, SpecialUse use);

    /** Creates a mailbox; missing parents are not created (they are listed as {@code \NonExistent}). */
    Mailbox createMailbox(AccountId account, String name, Optional<SpecialUse> use, Origin origin)
            throws MailboxException;

    /** Renames it and what lies below it; renaming INBOX moves its messages to a new mailbox (RFC 9051 §6.3.6). */
    void renameMailbox(AccountId account, MailboxId mailbox, String newName, Origin origin) throws MailboxException;

    /** Deletes it with its messages; what lies below it stays. INBOX cannot be deleted. */
    void deleteMailbox(AccountId account, MailboxId mailbox, Origin origin) throws MailboxException;

    /** Subscribes or unsubscribes a name, whether or not there is such a mailbox (RFC 9051 §6.3.7). */
    void subscribe(AccountId account, String name, boolean subscribed);

    /** The subscribed names, including those without a mailbox. */
    Set<String> subscriptions(AccountId account);

    /** What clients noted about mailboxes. */
    Annotations annotations();

    /** Which mailboxes accounts share with each other. */
    Shares shares();

    // --- messages

    /**
     * Files messages durably: one outcome for each filing of each append, in order.
     *
     * @param allOrNothing when any filing of any append fails, nothing at all is kept (MULTIAPPEND; SMTP's single answer)
     */
    List<List<Append.Outcome>> append(List<Append> appends, boolean allOrNothing);

    /**
     * Files a message and removes another one, which it replaces, as one change (RFC 8508 §3.4). When the filing fails, nothing
     * is removed.
     *
     * @param append with one filing, in a mailbox of the account that has the other message. Both count when it is compared
     *     with the limit; a caller to whom only the difference matters sets the limit higher by the size of the other one
     * @param from the mailbox of the message {@code uid}
     */
    Append.Outcome replace(Append append, MailboxId from, long uid) throws MailboxException;

    /** What the mailbox holds now. O(1) when it has not changed since the last call. */
    MailboxSnapshot snapshot(AccountId account, MailboxId mailbox) throws MailboxException;

    /**
     * Changes flags; a message that has them already keeps its mod-sequence.
     *
     * @param unchangedSince messages changed after this are left alone and reported (RFC 7162 §3.1.3)
     */
    FlagOutcome changeFlags(
            AccountId account,
            MailboxId mailbox,
            UidSet uids,
            FlagChange change,
            Flags flags,
            Optional<Long> unchangedSince,
            Origin origin)
            throws MailboxException;

    /** How {@link #changeFlags} combines the given flags with a message's own. */
    enum FlagChange {
        ADD,
        REMOVE,
        REPLACE
    }

    /** UIDs that now have the flags (changed or not), and UIDs left alone because of {@code unchangedSince}. */
    record FlagOutcome(UidSet done, UidSet modified, long highestModSeq) {}

    /** Copies within the account; all or nothing. {@code limit} as in {@link Append.Filing}. */
    CopyOutcome copy(AccountId account, MailboxId from, UidSet uids, MailboxId to, ByteSize limit, Origin origin)
            throws MailboxException;

    /** Moves within the account, all or nothing; never refused for quota. To Trash it notes the time of arrival there. */
    CopyOutcome move(AccountId account, MailboxId from, UidSet uids, MailboxId to, Origin origin)
            throws MailboxException;

    /** Source UIDs that existed and the UIDs they got, in the same order (RFC 4315 §3). */
    record CopyOutcome(long uidValidity, List<Long> from, List<Long> to) {}

    /**
     * Removes messages.
     *
     * @param onlyDeleted leave those without {@code \Deleted} alone
     * @return the UIDs removed
     */
    UidSet expunge(AccountId account, MailboxId mailbox, UidSet uids, boolean onlyDeleted, Origin origin)
            throws MailboxException;

    /** Removes from every Trash what arrived there before {@code before}; returns how many messages. */
    long purgeTrash(Instant before);

    /**
     * Reads what was computed at arrival for the messages among {@code uids}, in UID order, without opening a pack. Rows are
     * handed over in pages; no lock or transaction is held meanwhile.
     */
    void scan(AccountId account, MailboxId mailbox, UidSet uids, Set<Column> columns, RowReader reader)
            throws MailboxException, java.io.IOException;

    /** Columns beyond what the snapshot holds. */
    enum Column {
        ENVELOPE,
        STRUCTURE,
        PREVIEW,
        REFERENCE_IDS
    }

    /** Takes rows of {@link #scan}. */
    interface RowReader {
        void row(MessageRow row) throws java.io.IOException;
    }

    /** The octets of a message that the account has or had in a mailbox a moment ago; close it after use. */
    Content content(AccountId account, long contentId);

    /**
     * UIDs removed from the mailbox after {@code modSeq}; where the record does not reach back so far, every UID below
     * UIDNEXT that is not there (RFC 7162 §3.2.5 allows too many).
     */
    UidSet vanished(AccountId account, MailboxId mailbox, long modSeq) throws MailboxException;

    /** Tells of changes after they are durable. */
    ChangeFeed changes();

    @Override
    void close();
}
