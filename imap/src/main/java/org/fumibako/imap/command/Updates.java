// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.Octets;

/** Tells the client what changed in its selected mailbox (RFC 9051 §7). */
final class Updates {
    private Updates() {}

    /**
     * New messages and flags, nothing that shifts a number. Nothing at all when no mailbox is selected. A command looks up its
     * messages before: the client's {@code *} is the last message that it was told of.
     */
    static void keepNumbers(Session session) throws IOException {
        write(session, false, false);
    }

    /**
     * Everything.
     *
     * @param uidCommand whether a UID command runs
     */
    static void all(Session session, boolean uidCommand) throws IOException {
        write(session, true, uidCommand);
    }

    private static void write(Session session, boolean expunges, boolean uidCommand) throws IOException {
        if (session.selected().isPresent()) {
            Octets lines = new Octets(128);
            session.mailbox().sync(session.updates(uidCommand), expunges, lines);
            lines.drainTo(session.writer().octets());
        }
    }
}
