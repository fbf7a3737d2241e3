// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;

/** How a command ends that removed messages from the selected mailbox. */
final class Removal {
    private Removal() {}

    /** Whether messages may be marked as deleted (t) or removed (e) there (RFC 4314 §4). */
    static void check(SelectedMailbox mailbox, String needed) throws CommandException {
        if (!mailbox.rights().hasAny(needed)) {
            throw new CommandException(ResponseCode.NOPERM, "You have no right to remove messages here");
        }
    }

    /** Tells what is gone, and the mod-sequence of that to a client that resynchronises (RFC 7162 §3.2.7). */
    static Completion told(Session session, boolean uidCommand, String text) throws IOException {
        Updates.all(session, uidCommand);
        if (!session.enabled(Extension.QRESYNC)) {
            return Completion.of(text);
        }
        long modSeq = session.mailbox().view().current().highestModSeq();
        return Completion.of(ResponseCode.of("HIGHESTMODSEQ", modSeq), text);
    }
}
