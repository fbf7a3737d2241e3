// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** QUIT (RFC 1939 §6): the UPDATE state, in which what was marked is deleted. Says so only when that is durable. */
final class QuitHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QuitHandler.class);

    private final MessageStore store;

    QuitHandler(MessageStore store) {
        this.store = store;
    }

    void handle(Session session) throws IOException {
        session.end();
        Optional<Maildrop> maildrop = session.maildrop();
        if (maildrop.isEmpty() || maildrop.get().deletedUids().isEmpty()) {
            session.ok("Goodbye");
            return;
        }
        try {
            UidSet deleted = delete(maildrop.get(), session);
            session.ok("Goodbye, " + deleted.count() + " messages deleted");
        } catch (MailboxException | StoreException failed) {
            LOG.error("session={} event=deletion-failed", session.origin().session(), failed);
            session.err("SYS/TEMP", "The messages could not be deleted; nothing was");
        }
    }

    private UidSet delete(Maildrop maildrop, Session session) throws MailboxException {
        UidSet deleted = store.expunge(
                maildrop.account().id(), maildrop.inbox().mailbox(), maildrop.deletedUids(), false, session.origin());
        maildrop.deletionDone();
        return deleted;
    }
}
