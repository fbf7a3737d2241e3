// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.util.Collection;
import java.util.StringJoiner;
import org.fumibako.imap.wire.FlagOctets;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxSnapshot;

/** Writes the untagged responses that tell a client of changes (RFC 9051 §7.4, §7.5). */
final class UpdateWriter {
    static final String SYSTEM_FLAGS = "\\Answered \\Flagged \\Deleted \\Seen \\Draft";

    private final Octets out;
    private final UpdateStyle style;

    UpdateWriter(Octets out, UpdateStyle style) {
        this.out = out;
        this.style = style;
    }

    void exists(int messages) {
        out.ascii("* ").number(messages).ascii(" EXISTS").crlf();
    }

    /** The flags in use, and which of them may be changed (RFC 4314 §5.1); new keywords may be made with the right to write. */
    void flags(Collection<String> keywords, Rights rights) {
        String words = keywords.isEmpty() ? "" : " " + String.join(" ", keywords);
        out.ascii("* FLAGS (").ascii(SYSTEM_FLAGS + words).ascii(")").crlf();
        StringJoiner permanent = new StringJoiner(" ");
        if (rights.has('w')) {
            permanent.add("\\Answered \\Flagged");
        }
        if (rights.has('t')) {
            permanent.add("\\Deleted");
        }
        if (rights.has('s')) {
            permanent.add("\\Seen");
        }
        if (rights.has('w')) {
            permanent.add("\\Draft" + words + " \\*");
        }
        out.ascii("* OK [PERMANENTFLAGS (").ascii(permanent.toString());
        out.ascii(permanent.length() == 0 ? ")] Read-only" : ")] Flags that are kept")
                .crlf();
    }

    void flagsOf(ClientView view, int index) {
        row(view, index, true);
    }

    /** Only that the message has a new mod-sequence: the client knows the flags, having set them itself. */
    void modSeqOf(ClientView view, int index) {
        row(view, index, false);
    }

    private void row(ClientView view, int index, boolean withFlags) {
        MailboxSnapshot snapshot = view.snapshotOf(index);
        int at = view.indexIn(index);
        out.ascii("* ");
        if (style.uidOnly()) {
            out.number(snapshot.uid(at)).ascii(" UIDFETCH (");
        } else {
            out.number(index + 1L).ascii(" FETCH (");
        }
        boolean first = true;
        if (style.uid()) {
            out.ascii("UID ").number(snapshot.uid(at));
            first = false;
        }
        if (withFlags) {
            out.ascii(first ? "FLAGS " : " FLAGS ");
            FlagOctets.write(snapshot.flags(at), out);
            first = false;
        }
        if (style.modSeq()) {
            out.ascii(first ? "MODSEQ (" : " MODSEQ (")
                    .number(snapshot.modSeq(at))
                    .put(')');
        }
        out.put(')').crlf();
    }

    void removed(ClientView.Removed removed) {
        if (removed.uids().length == 0) {
            return;
        }
        if (style.vanished()) {
            out.ascii("* VANISHED ").ascii(UidSet.of(removed.uids()).toString()).crlf();
            return;
        }
        for (int i = 0; i < removed.indexes().length; i++) {
            out.ascii("* ")
                    .number(removed.indexes()[i] - i + 1L)
                    .ascii(" EXPUNGE")
                    .crlf();
        }
    }
}
