// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.imap.selected.MailboxGoneException;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the client what changed in its selected mailbox (RFC 9051 §7). */
final class Updates {
    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private Updates() {}

    /**
     * New messages and flags, nothing that shifts a number. Nothing at all when no mailbox is selected. A command looks up its
     * messages before: the client's {@code *} is the last message that it was told of.
     */
    static void keepNumbers(Session session) throws IOException {
        write(session, false, false, false);
    }

    /**
     * Everything.
     *
     * @param uidCommand whether a UID command runs
     */
    static void all(Session session, boolean uidCommand) throws IOException {
        write(session, true, uidCommand, false);
    }

    /** The same while no command runs, to a client that asked for it (RFC 5465). */
    static void pushed(Session session, boolean expunges) throws IOException {
        write(session, expunges, false, true);
    }

    /** Ends a session whose selected mailbox is gone; the caller holds the write lock. */
    static void bye(Session session, MailboxGoneException gone) {
        try {
            session.writer()
                    .untagged("BYE ")
                    .raw(String.valueOf(gone.getMessage()))
                    .end();
            session.writer().flush();
        } catch (IOException peerGone) {
            LOG.trace("session={} event=peer-gone", session.origin().session(), peerGone);
        } finally {
            session.disconnect();
        }
    }

    private static void write(Session session, boolean expunges, boolean uidCommand, boolean pushed)
            throws IOException {
        if (session.selected().isEmpty()) {
            return;
        }
        Optional<Watch> watch = session.watch();
        if (watch.isPresent()) {
            write(watch.get(), session, expunges, pushed);
        } else {
            Octets lines = new Octets(128);
            session.mailbox().sync(session.updates(uidCommand), expunges, lines);
            lines.drainTo(session.writer().octets());
        }
    }

    /** Only what the client asked for with NOTIFY, and the answers to its own commands (RFC 5465 §3.1). */
    private static void write(Watch watch, Session session, boolean expunges, boolean pushed) throws IOException {
        Verb verb = session.reader().verb();
        if (!watch.selected().messages() && (pushed || !verb.changesSelected())) {
            return;
        }
        Octets lines = new Octets(128);
        boolean silent = !watch.selected().flags();
        int arrived = session.mailbox().sync(session.updates(true), expunges, index -> silent, lines);
        lines.drainTo(session.writer().octets());
        if (pushed || !verb.bringsOwn()) {
            watch.fetchArrived(arrived);
        }
    }
}
