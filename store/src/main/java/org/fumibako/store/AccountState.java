// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/**
 * An account's counters and mailboxes as the committer works on them: ahead of the index while a group is under way, equal
 * to it afterwards. Committer thread only.
 */
final class AccountState {
    private final AccountId id;
    private final Map<MailboxId, MailboxState> mailboxes = new LinkedHashMap<>();
    private long modSeq;
    private long uidValidityNext;
    private boolean deleted;
    private long reserved;

    AccountState(AccountId id, long modSeq, long uidValidityNext, boolean deleted) {
        this.id = id;
        this.modSeq = modSeq;
        this.uidValidityNext = uidValidityNext;
        this.deleted = deleted;
    }

    AccountId id() {
        return id;
    }

    boolean deleted() {
        return deleted;
    }

    void deleted(boolean now) {
        deleted = now;
    }

    long modSeq() {
        return modSeq;
    }

    long uidValidityNext() {
        return uidValidityNext;
    }

    long nextModSeq() {
        return ++modSeq;
    }

    /** At least the seconds of the clock, so that it stays ahead even of an account whose counters were lost. */
    long nextUidValidity(long seconds) {
        long value = Math.max(uidValidityNext, seconds);
        uidValidityNext = value + 1;
        return value;
    }

    void add(MailboxState mailbox) {
        mailboxes.put(mailbox.id(), mailbox);
        modSeq = Math.max(modSeq, mailbox.modSeq());
    }

    void remove(MailboxState mailbox) {
        mailboxes.remove(mailbox.id());
    }

    Collection<MailboxState> mailboxes() {
        return mailboxes.values();
    }

    Optional<MailboxState> mailbox(MailboxId mailbox) {
        return Optional.ofNullable(mailboxes.get(mailbox));
    }

    Optional<MailboxState> mailbox(String name) {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst();
    }

    Optional<MailboxState> mailbox(SpecialUse use) {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.use().equals(Optional.of(use)))
                .findFirst();
    }

    MailboxState required(MailboxId mailbox) throws MailboxException {
        return mailbox(mailbox).orElseThrow(MailboxException::gone);
    }

    /** Whether {@code size} octets more would still be within {@code limit}. */
    boolean fits(long size, long limit) {
        long bytes = reserved;
        for (MailboxState mailbox : mailboxes.values()) {
            bytes += mailbox.size();
        }
        return size <= limit - bytes;
    }

    /** Holds room for a message that is admitted but not yet filed; negative to give it back. */
    void reserve(long size) {
        reserved += size;
    }
}
