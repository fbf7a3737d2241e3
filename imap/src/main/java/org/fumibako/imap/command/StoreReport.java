// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.selected.UpdateStyle;
import org.fumibako.imap.wire.MessageCommand.Store;
import org.fumibako.imap.wire.Octets;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore.FlagOutcome;

/** What one STORE tells of the messages that it meant. */
final class StoreReport {
    private final Store command;
    private final MailboxSnapshot before;
    private final SelectedMailbox mailbox;
    private final ClientView view;
    private final UpdateStyle style;
    private final Octets out = new Octets(256);
    private long[] modified = new long[0];
    private boolean anyGone;

    /** @param before the mailbox as the client knows it */
    StoreReport(Store command, MailboxSnapshot before, SelectedMailbox mailbox, UpdateStyle style) {
        this.command = command;
        this.before = before;
        this.mailbox = mailbox;
        this.view = mailbox.view();
        this.style = style;
    }

    void write(int[] indexes, FlagOutcome outcome, OutputStream sink) throws IOException {
        BitSet own = new BitSet();
        for (int index : indexes) {
            own.set(index);
        }
        mailbox.sync(style, false, own::get, out);
        int left = 0;
        modified = new long[indexes.length];
        for (int index : indexes) {
            long uid = view.uid(index);
            if (outcome.modified().contains(uid)) {
                modified[left++] = command.uid() ? uid : index + 1L;
            } else if (outcome.done().contains(uid)) {
                tell(index);
            } else {
                anyGone = true;
            }
        }
        modified = Arrays.copyOf(modified, left);
        out.drainTo(sink);
    }

    /** Message numbers, or UIDs for UID STORE, that were left alone (RFC 7162 §3.1.3). */
    UidSet modified() {
        return UidSet.of(modified);
    }

    /** Whether some of the messages no longer exist. */
    boolean anyGone() {
        return anyGone;
    }

    /** A silent STORE is answered where the flags are not what the client will assume (RFC 9051 §6.4.6). */
    private void tell(int index) {
        MailboxSnapshot after = view.snapshotOf(index);
        int now = view.indexIn(index);
        int then = before.indexOf(after.uid(now));
        boolean unexpected = then < 0 || !expected(before.flags(then)).equals(after.flags(now));
        if (!command.silent() || unexpected) {
            mailbox.tellFlags(index, style, out);
        } else if (style.modSeq() && before.modSeq(then) != after.modSeq(now)) {
            mailbox.tellModSeq(index, style, out);
        }
    }

    private Flags expected(Flags flags) {
        return switch (command.operation()) {
            case REPLACE -> command.flags();
            case ADD -> flags.plus(command.flags());
            case REMOVE -> flags.minus(command.flags());
        };
    }
}
