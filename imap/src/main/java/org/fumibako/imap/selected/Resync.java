// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.List;
import org.fumibako.imap.wire.MailboxCommand.Qresync;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** What SELECT tells a client that has seen the mailbox before: what is gone, and what changed (RFC 7162 §3.2.5). */
public final class Resync {
    /** Pairs of message number and UID that are compared. Clients send a few dozen, ever sparser (RFC 7162 §3.2.5.2). */
    private static final int MAX_PAIRS = 10_000;

    private final MessageStore store;
    private final SelectedMailbox mailbox;
    private final ClientView view;
    private final UpdateStyle style;

    /** @param uidOnly whether the client has given up message numbers (RFC 9586) */
    public Resync(MessageStore store, SelectedMailbox mailbox, boolean uidOnly) {
        this.store = store;
        this.mailbox = mailbox;
        this.view = mailbox.view();
        this.style = new UpdateStyle(!uidOnly, true, true, uidOnly);
    }

    /** Writes the VANISHED (EARLIER) and FETCH responses; nothing when the client knows another incarnation of the mailbox. */
    public void write(Qresync known, Octets out) throws MailboxException, SyntaxException {
        MailboxSnapshot snapshot = view.current();
        long agreed = agreedUpTo(known);
        if (known.uidValidity() != snapshot.uidValidity()) {
            return;
        }
        UidSet interesting =
                known.knownUids().map(set -> MessageNumbers.uids(view, set)).orElse(UidSet.ALL);
        if (agreed < UidSet.MAX_UID) {
            vanished(known.modSeq(), interesting.and(range(agreed + 1, UidSet.MAX_UID)), out);
        }
        for (int index = 0; index < view.size(); index++) {
            if (snapshot.modSeq(index) > known.modSeq() && interesting.contains(snapshot.uid(index))) {
                mailbox.tellFlags(index, style, out);
            }
        }
    }

    private void vanished(long modSeq, UidSet interesting, Octets out) throws MailboxException {
        UidSet gone = store.vanished(mailbox.account(), mailbox.id(), modSeq).and(interesting);
        if (!gone.isEmpty()) {
            out.ascii("* VANISHED (EARLIER) ").ascii(gone.toString()).crlf();
        }
    }

    /** The highest UID up to which the client and we number the same messages, so that it knows what is gone below. */
    private long agreedUpTo(Qresync known) throws SyntaxException {
        if (known.knownSequence().isEmpty() || known.knownSequenceUids().isEmpty()) {
            return 0;
        }
        long[] numbers = pairs(known.knownSequence().get());
        long[] uids = pairs(known.knownSequenceUids().get());
        if (numbers.length != uids.length) {
            throw new SyntaxException("Sequence match data are not pairs");
        }
        long agreed = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] <= view.size() && view.uid((int) numbers[i] - 1) == uids[i]) {
                agreed = Math.max(agreed, uids[i]);
            }
        }
        return agreed;
    }

    private static long[] pairs(SequenceSet set) throws SyntaxException {
        if (set.hasStar()) {
            throw new SyntaxException("Sequence match data have no *");
        }
        return set.inOrder(MAX_PAIRS);
    }

    private static UidSet range(long first, long last) {
        return UidSet.ofRanges(List.of(new UidSet.Range(first, last)));
    }
}
