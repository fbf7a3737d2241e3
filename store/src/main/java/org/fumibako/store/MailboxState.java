// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/** A mailbox's row as the committer works on it. Committer thread only. */
final class MailboxState {
    private final AccountState account;
    private final MailboxId id;
    private final Optional<SpecialUse> use;
    private long uidValidity;
    private String name;
    private long uidNext;
    private long modSeq;
    private Counts counts;

    MailboxState(AccountState account, Identity identity, long uidNext, long modSeq, Counts counts) {
        this.account = account;
        this.id = identity.id();
        this.name = identity.name();
        this.use = identity.use();
        this.uidValidity = identity.uidValidity();
        this.uidNext = uidNext;
        this.modSeq = modSeq;
        this.counts = counts;
    }

    /** What does not change with its messages, as it was when it was read. */
    record Identity(MailboxId id, String name, Optional<SpecialUse> use, long uidValidity) {}

    /** What it holds, counted. */
    record Counts(long messages, long unseen, long deleted, long size) {
        static final Counts EMPTY = new Counts(0, 0, 0, 0);

        Counts plus(Flags flags, long octets, int sign) {
            return new Counts(
                    messages + sign,
                    unseen + (flags.seen() ? 0 : sign),
                    deleted + (flags.deleted() ? sign : 0),
                    size + sign * octets);
        }
    }

    AccountState account() {
        return account;
    }

    MailboxId id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<SpecialUse> use() {
        return use;
    }

    long uidValidity() {
        return uidValidity;
    }

    long uidNext() {
        return uidNext;
    }

    long modSeq() {
        return modSeq;
    }

    Counts counts() {
        return counts;
    }

    long size() {
        return counts.size();
    }

    void rename(String newName) {
        name = newName;
    }

    void renew(long newUidValidity) {
        uidValidity = newUidValidity;
    }

    long nextUid() {
        return uidNext++;
    }

    /** The account's next mod-sequence, which becomes this mailbox's. */
    long nextModSeq() {
        modSeq = account.nextModSeq();
        return modSeq;
    }

    void added(StoredMessage message) {
        counts = counts.plus(message.flags(), message.size(), 1);
    }

    void removed(StoredMessage message) {
        counts = counts.plus(message.flags(), message.size(), -1);
    }

    void reflagged(Flags before, Flags after) {
        counts = counts.plus(before, 0, -1).plus(after, 0, 1);
    }
}
