// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Copy;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** COPY and UID COPY (RFC 9051 §6.4.7), all messages or none. */
final class CopyHandler implements CommandHandler<Copy> {
    private final MessageStore store;

    CopyHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Copy command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        Mailbox target = Transfer.target(store, session, command.mailbox());
        UidSet uids = Transfer.messages(session, command.set(), command.uid());
        if (uids.isEmpty()) {
            return Completion.of("No messages");
        }
        SelectedMailbox from = session.mailbox();
        MessageStore.CopyOutcome outcome = store.copy(
                from.account(),
                from.id(),
                uids,
                target.id(),
                session.account().quota().size(),
                session.origin());
        session.watch().ifPresent(watch -> watch.afterOwn(target.id()));
        return outcome.from().isEmpty()
                ? Completion.of("No messages")
                : Completion.of(ResponseCode.copyUid(outcome.uidValidity(), outcome.from(), outcome.to()), "Copy done");
    }
}
