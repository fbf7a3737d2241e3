// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapCommand;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.store.MailboxException;

/** Carries out one kind of command. One instance serves all sessions; what differs between them is in {@link Session}. */
interface CommandHandler<C extends ImapCommand> {
    /**
     * Writes the untagged responses to {@link Session#writer} and returns what the tagged OK says; the session's loop writes that,
     * after the changes of the selected mailbox that {@link org.fumibako.imap.wire.Verb#sync} allows. The loop holds the write lock.
     *
     * @throws CommandException for NO; what was written stays written
     * @throws MailboxException the store declined: NO with the code for its reason
     * @throws SyntaxException for BAD, where only the session's state shows the fault (a message number out of range)
     */
    Completion handle(C command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException;
}
