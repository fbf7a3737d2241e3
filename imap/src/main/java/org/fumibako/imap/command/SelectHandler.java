// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.Resync;
import org.fumibako.imap.selected.SelectResponses;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Select;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.AccountId;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** SELECT and EXAMINE (RFC 9051 §6.3.2, §6.3.3), with CONDSTORE and QRESYNC (RFC 7162 §3.1.8, §3.2.5). */
final class SelectHandler implements CommandHandler<Select> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    SelectHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Select command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        if (command.parameters().qresync().isPresent() && !session.enabled(Extension.QRESYNC)) {
            throw new SyntaxException("QRESYNC is not enabled");
        }
        if (session.uidOnly() && command.parameters().namesNumbers()) {
            throw new SyntaxException(ResponseCode.UIDREQUIRED, "Message numbers were given up with UIDONLY");
        }
        if (session.selected().isPresent()) {
            // Also when the new one cannot be selected: then none is (RFC 9051 §6.3.2).
            session.unselect();
            session.writer().untaggedOk(ResponseCode.CLOSED, "Previous mailbox is closed");
        }
        if (command.parameters().condstore()) {
            session.enable(Extension.CONDSTORE);
        }
        AccountId account = session.account().id();
        Mailbox mailbox = mailboxes.existing(command.mailbox(), session);
        SelectedMailbox selected =
                new SelectedMailbox(store, account, store.snapshot(account, mailbox.id()), command.readOnly());
        Octets responses = new Octets(512);
        new SelectResponses(selected, responses).write(!session.enabled(Extension.IMAP4REV2), session.uidOnly());
        if (command.parameters().qresync().isPresent()) {
            new Resync(store, selected, session.uidOnly())
                    .write(command.parameters().qresync().get(), responses);
        }
        session.select(selected);
        responses.drainTo(session.writer().octets());
        if (session.enabled(Extension.IMAP4REV2)) {
            session.writer().untagged("LIST () \"/\" ").mailbox(mailbox.name()).end();
        }
        return command.readOnly()
                ? Completion.of(ResponseCode.READ_ONLY, "Examine done")
                : Completion.of(ResponseCode.READ_WRITE, "Select done");
    }
}
