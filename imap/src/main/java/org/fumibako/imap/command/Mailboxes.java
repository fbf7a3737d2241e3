// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** Finds the mailbox that a command names. */
final class Mailboxes {
    private final MessageStore store;

    Mailboxes(MessageStore store) {
        this.store = store;
    }

    /** The mailbox, which must be there. */
    Mailbox existing(String name, Session session) throws CommandException {
        return find(name, session, ResponseCode.NONEXISTENT);
    }

    /** The mailbox that messages are to go to; when it is missing, the client is told that it might create it. */
    Mailbox destination(String name, Session session) throws CommandException {
        return find(name, session, ResponseCode.TRYCREATE);
    }

    private Mailbox find(String name, Session session, ResponseCode missing) throws CommandException {
        return store.mailbox(session.account().id(), name)
                .orElseThrow(() -> new CommandException(missing, "There is no such mailbox"));
    }
}
