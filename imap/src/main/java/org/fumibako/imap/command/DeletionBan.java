// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapCommand;
import org.fumibako.imap.wire.MailboxCommand;
import org.fumibako.imap.wire.MessageCommand;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.model.Flags;

/** Keeps mail where it is from a session whose app password is for fetching only. */
final class DeletionBan {
    private DeletionBan() {}

    /** Refuses whatever takes a message out of its mailbox, or marks it so that the next EXPUNGE does. */
    static void check(ImapCommand command, Session session) throws CommandException {
        if (!session.mayDelete() && removes(command)) {
            throw new CommandException(
                    ResponseCode.NOPERM, "This app password may fetch messages and not delete or move them");
        }
    }

    private static boolean removes(ImapCommand command) {
        return command instanceof MessageCommand.Expunge
                || command instanceof MessageCommand.Move
                || command instanceof MessageCommand.Replace
                || command instanceof MailboxCommand.Delete
                || (command instanceof MessageCommand.Store store
                        && store.flags().has(Flags.DELETED));
    }
}
