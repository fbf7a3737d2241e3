// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import org.fumibako.imap.wire.ObjectId;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxSnapshot;

/** What SELECT and EXAMINE tell of the messages (RFC 9051 §6.3.2, RFC 3501 §6.3.1), before the tagged OK. */
public final class SelectResponses {
    private final SelectedMailbox mailbox;
    private final Octets out;

    public SelectResponses(SelectedMailbox mailbox, Octets out) {
        this.mailbox = mailbox;
        this.out = out;
    }

    /**
     * @param rev1 whether the client speaks RFC 3501, which wants RECENT and UNSEEN
     * @param uidOnly whether it has given up message numbers (RFC 9586), of which UNSEEN is one
     */
    public void write(boolean rev1, boolean uidOnly) {
        UpdateWriter writer = new UpdateWriter(out, new UpdateStyle(false, false, false));
        MailboxSnapshot snapshot = mailbox.view().current();
        writer.flags(mailbox.keywords(), mailbox.readOnly() ? Rights.NONE : mailbox.rights());
        writer.exists(snapshot.size());
        if (rev1) {
            out.ascii("* 0 RECENT").crlf();
        }
        if (rev1 && !uidOnly) {
            snapshot.firstUnseen().ifPresent(index -> ok("UNSEEN", index + 1L, "First unseen"));
        }
        ok("UIDVALIDITY", snapshot.uidValidity(), "UIDs valid");
        ok("UIDNEXT", Math.min(snapshot.uidNext(), UidSet.MAX_UID), "Predicted next UID");
        ok("HIGHESTMODSEQ", snapshot.highestModSeq(), "Highest");
        out.ascii("* OK [MAILBOXID (").ascii(ObjectId.mailbox(mailbox.id().value()));
        out.ascii(")] Mailbox id").crlf();
    }

    private void ok(String code, long value, String text) {
        out.ascii("* OK [")
                .ascii(code)
                .put(' ')
                .number(value)
                .ascii("] ")
                .ascii(text)
                .crlf();
    }
}
