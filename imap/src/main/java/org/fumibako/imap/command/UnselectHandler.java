// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.MailboxCommand.Unselect;

/** UNSELECT (RFC 9051 §6.4.2, RFC 3691): CLOSE that removes nothing. */
final class UnselectHandler implements CommandHandler<Unselect> {
    @Override
    public Completion handle(Unselect command, Session session) {
        session.unselect();
        return Completion.of("Unselect done");
    }
}
