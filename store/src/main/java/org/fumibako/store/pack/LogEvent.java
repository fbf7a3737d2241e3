// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.RecipientState;

/**
 * One thing that happened to a volume, as a pack keeps it: results (UIDs, mod-sequences, final flags), not requests, so that
 * replaying needs no clock and no decision.
 */
public sealed interface LogEvent {
    RecordKind kind();

    /**
     * A message was stored and filed. Its octets are this record's content, or those of a solo pack.
     *
     * @param size octets of the message
     * @param soloPack id of the solo pack that holds it, or 0
     */
    record Filed(long contentId, long size, long soloPack, List<Filing> filings) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.FILED;
        }
    }

    /** One place of a {@link Filed} message; dates are milliseconds since the epoch. */
    record Filing(
            AccountId account,
            MailboxId mailbox,
            long uid,
            long modSeq,
            Flags flags,
            long internalDate,
            long savedDate) {}

    record AccountCreated(AccountId account) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.ACCOUNT_CREATED;
        }
    }

    record AccountDeleted(AccountId account) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.ACCOUNT_DELETED;
        }
    }

    record MailboxCreated(
            AccountId account, MailboxId mailbox, long modSeq, long uidValidity, String name, Optional<SpecialUse> use)
            implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.MAILBOX_CREATED;
        }
    }

    record MailboxRenamed(AccountId account, MailboxId mailbox, long modSeq, String name) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.MAILBOX_RENAMED;
        }
    }

    record MailboxDeleted(AccountId account, MailboxId mailbox, long modSeq) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.MAILBOX_DELETED;
        }
    }

    record Subscribed(AccountId account, String name, boolean subscribed) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.SUBSCRIBED;
        }
    }

    /** Messages got these flags, whatever they had before. */
    record FlagsSet(AccountId account, MailboxId mailbox, long modSeq, List<FlagRun> runs) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.FLAGS_SET;
        }
    }

    /** The messages of a {@link FlagsSet} that got the same flags. */
    record FlagRun(Flags flags, UidSet uids) {}

    record Removed(AccountId account, MailboxId mailbox, long modSeq, UidSet uids) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.REMOVED;
        }
    }

    /**
     * Messages were copied or moved: the n-th of {@code uids} is UID {@code firstUid + n} of {@code to}, with its flags and
     * internal date.
     *
     * @param fromModSeq mod-sequence of the removal from {@code from}; 0 when it was a copy
     */
    record Copied(
            AccountId account,
            MailboxId from,
            UidSet uids,
            long fromModSeq,
            MailboxId to,
            long firstUid,
            long modSeq,
            long savedDate)
            implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.COPIED;
        }
    }

    /** The UIDs of a mailbox mean something else from here on; the messages keep theirs (RFC 9051 §2.3.1.1). */
    record UidValidityChanged(AccountId account, MailboxId mailbox, long modSeq, long uidValidity) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.UID_VALIDITY_CHANGED;
        }
    }

    /** The one record of a solo pack: a message of {@code size} octets, filed by a record elsewhere. */
    record Blob(long size) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.BLOB;
        }
    }

    /**
     * A message was queued for other servers. Its octets are those of content {@code contentId}, which a {@link Filed} record
     * holds, perhaps one without filings.
     *
     * @param acceptedAt milliseconds since the epoch
     */
    record Queued(long queueId, long contentId, long acceptedAt, Posting posting) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.QUEUED;
        }
    }

    /**
     * All records of a group are before this one, and say all that the group did but for its journal rows, which are here.
     *
     * @param at milliseconds since the epoch
     * @param journal a line each
     */
    record GroupEnd(long at, List<String> journal) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.GROUP_END;
        }
    }

    /**
     * An annotation got a value or lost it (RFC 5464).
     *
     * @param mailbox empty when it is about the account as a whole
     * @param reader who alone sees it; empty when everybody does
     */
    record Annotated(
            AccountId account,
            Optional<MailboxId> mailbox,
            Optional<AccountId> reader,
            long modSeq,
            String entry,
            Optional<byte[]> value)
            implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.ANNOTATED;
        }
    }

    /**
     * Recipients of a queued message came to this state. Attempts leave no record: after a rebuild they begin anew, and a
     * message whose delivery was not recorded any more is sent once more.
     */
    record QueueChanged(long queueId, List<Integer> positions, RecipientState state) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.QUEUE_CHANGED;
        }
    }

    /**
     * Something of an account's beside its mail is so from here on. That somebody is about to act on it leaves no record: after a
     * rebuild it is due again.
     *
     * @param state of its kind
     * @param dueAt milliseconds since the epoch; 0 for never
     */
    record ObjectKept(AccountId account, String type, long id, long state, long dueAt, String value)
            implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.OBJECT_KEPT;
        }
    }

    /** Something of an account's beside its mail is no more. */
    record ObjectGone(AccountId account, String type, long id, long state) implements LogEvent {
        @Override
        public RecordKind kind() {
            return RecordKind.OBJECT_GONE;
        }
    }
}
