// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Set;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.MailboxCommand.StatusItem;
import org.fumibako.imap.wire.ObjectId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Flags;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** Writes STATUS responses (RFC 9051 §7.3.4), for STATUS and for LIST. */
final class StatusWriter {
    /** The unit of RFC 9208 §5.1. */
    private static final int STORAGE_UNIT = 1024;

    private final MessageStore store;
    private final ByteSize appendLimit;

    StatusWriter(MessageStore store, ByteSize appendLimit) {
        this.store = store;
        this.appendLimit = appendLimit;
    }

    void write(Mailbox mailbox, Set<StatusItem> items, Session session) throws IOException {
        if (items.contains(StatusItem.HIGHESTMODSEQ)) {
            // RFC 7162 §3.1: asking for it turns CONDSTORE on.
            session.enable(Extension.CONDSTORE);
        }
        tell(mailbox, items, session);
    }

    /** The same to a client that did not ask, which turns nothing on. */
    void tell(Mailbox mailbox, Set<StatusItem> items, Session session) throws IOException {
        ImapWriter writer = session.writer();
        writer.untagged("STATUS ").mailbox(mailbox.name()).raw(" (");
        String separator = "";
        for (StatusItem item : items) {
            writer.raw(separator).raw(item.wireName()).space();
            write(item, mailbox, writer);
            separator = " ";
        }
        writer.raw(")").end();
    }

    private void write(StatusItem item, Mailbox mailbox, ImapWriter writer) throws IOException {
        switch (item) {
            case MESSAGES -> writer.number(mailbox.messages());
            case RECENT -> writer.number(0);
            case UIDNEXT -> writer.number(mailbox.uidNext());
            case UIDVALIDITY -> writer.number(mailbox.uidValidity());
            case UNSEEN -> writer.number(mailbox.unseen());
            case DELETED -> writer.number(mailbox.deleted());
            case SIZE -> writer.number(mailbox.size());
            case HIGHESTMODSEQ -> writer.number(mailbox.highestModSeq());
            case APPENDLIMIT -> writer.number(appendLimit.bytes());
            case MAILBOXID ->
                writer.raw("(").raw(ObjectId.mailbox(mailbox.id().value())).raw(")");
            case DELETED_STORAGE -> writer.number(deletedStorage(mailbox));
        }
    }

    /** What EXPUNGE would free (RFC 9208 §4.1.4). */
    private long deletedStorage(Mailbox mailbox) {
        if (mailbox.deleted() == 0) {
            return 0;
        }
        try {
            MailboxSnapshot snapshot = store.snapshot(mailbox.account(), mailbox.id());
            long octets = 0;
            for (int index = 0; index < snapshot.size(); index++) {
                octets += snapshot.flags(index).has(Flags.DELETED) ? snapshot.messageSize(index) : 0;
            }
            return Math.ceilDiv(octets, STORAGE_UNIT);
        } catch (MailboxException deletedMeanwhile) {
            return 0;
        }
    }
}
