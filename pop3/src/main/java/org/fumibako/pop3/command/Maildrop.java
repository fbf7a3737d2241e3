// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.store.MailboxSnapshot;

/** The INBOX as it was at sign-in, with what this session marked. {@code index} counts from 0. */
final class Maildrop {
    /** Hexadecimal digits of a UID, all of them, so that the two numbers cannot run into each other. */
    private static final int UID_DIGITS = 8;

    private final Account account;
    private final MailboxSnapshot inbox;
    private final MaildropLocks.Lock lock;
    private final BitSet deleted = new BitSet();
    private final BitSet retrieved = new BitSet();

    Maildrop(Account account, MailboxSnapshot inbox, MaildropLocks.Lock lock) {
        this.account = account;
        this.inbox = inbox;
        this.lock = lock;
    }

    Account account() {
        return account;
    }

    MailboxSnapshot inbox() {
        return inbox;
    }

    MaildropLocks.Lock lock() {
        return lock;
    }

    /** The index of a message number; empty when there is no such message or it is marked as deleted. */
    OptionalInt find(int number) {
        return number < 1 || number > inbox.size() || deleted.get(number - 1)
                ? OptionalInt.empty()
                : OptionalInt.of(number - 1);
    }

    boolean isDeleted(int index) {
        return deleted.get(index);
    }

    int count() {
        return inbox.size() - deleted.cardinality();
    }

    /** Octets of the messages that are not marked as deleted. */
    long size() {
        long size = 0;
        for (int i = deleted.nextClearBit(0); i < inbox.size(); i = deleted.nextClearBit(i + 1)) {
            size += inbox.messageSize(i);
        }
        return size;
    }

    /** Unique over the life of the account, and the same in every session (RFC 1939 §7 UIDL). */
    String uniqueId(int index) {
        return Long.toHexString(inbox.uidValidity()) + HexFormat.of().toHexDigits(inbox.uid(index), UID_DIGITS);
    }

    void delete(int index) {
        deleted.set(index);
    }

    void undelete() {
        deleted.clear();
    }

    void retrieved(int index) {
        retrieved.set(index);
    }

    /** What was marked is deleted now: there is nothing left to mark as read. */
    void deletionDone() {
        retrieved.andNot(deleted);
    }

    UidSet deletedUids() {
        return uids(deleted);
    }

    UidSet retrievedUids() {
        return uids(retrieved);
    }

    private UidSet uids(BitSet marked) {
        return UidSet.of(marked.stream().mapToLong(inbox::uid).toArray());
    }
}
