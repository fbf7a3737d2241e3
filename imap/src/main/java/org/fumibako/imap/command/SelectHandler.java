// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.function.Supplier;
import org.fumibako.imap.selected.Resync;
import org.fumibako.imap.selected.SelectResponses;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Select;
import org.fumibako.imap.wire.Octets;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.AccountId;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
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
        Mailbox mailbox = mailboxes.existing(command.mailbox(), "r", session);
        SelectedMailbox selected = opened(mailbox, command, session);
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
        return selected.readOnly()
                ? Completion.of(ResponseCode.READ_ONLY, "Examine done")
                : Completion.of(ResponseCode.READ_WRITE, "Select done");
    }

    /** Read-only too when there is nothing that the session might change (RFC 4314 §4). */
    private SelectedMailbox opened(Mailbox mailbox, Select command, Session session) throws MailboxException {
        AccountId account = mailbox.account();
        MailboxSnapshot snapshot = store.snapshot(account, mailbox.id());
        if (account.equals(session.account().id())) {
            return new SelectedMailbox(store, account, snapshot, command.readOnly());
        }
        Supplier<Rights> rights = () -> mailboxes.rights(mailbox, session);
        boolean readOnly = command.readOnly() || !rights.get().hasAny("istew");
        return new SelectedMailbox(store, account, snapshot, readOnly, rights);
    }
}
