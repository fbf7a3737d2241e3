// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Status;

/** STATUS (RFC 9051 §6.3.11). */
final class StatusHandler implements CommandHandler<Status> {
    private final Mailboxes mailboxes;
    private final StatusWriter statuses;

    StatusHandler(Mailboxes mailboxes, StatusWriter statuses) {
        this.mailboxes = mailboxes;
        this.statuses = statuses;
    }

    @Override
    public Completion handle(Status command, Session session) throws IOException, CommandException {
        statuses.write(mailboxes.existing(command.mailbox(), "r", session), command.items(), session);
        return Completion.of("Status done");
    }
}
