// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.wire.AnnotationEntry;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MetadataCommand.Set;
import org.fumibako.imap.wire.MetadataCommand.Setting;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.store.Annotation;
import org.fumibako.store.Annotations;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/**
 * SETMETADATA (RFC 5464 §4.3). What is noted about the server is kept with the account: an account is the whole server to its
 * clients, and nobody writes where other customers read.
 */
final class SetMetadataHandler implements CommandHandler<Set> {
    private static final String ADMIN = AnnotationEntry.SHARED + "/admin";

    private final MessageStore store;
    private final Mailboxes mailboxes;

    SetMetadataHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Set command, Session session) throws CommandException, MailboxException {
        for (Setting setting : command.settings()) {
            check(command, setting);
        }
        AccountId own = session.account().id();
        Optional<Mailbox> mailbox = command.mailbox().isEmpty()
                ? Optional.empty()
                : Optional.of(mailboxes.existing(command.mailbox(), needed(command), session));
        try {
            store.annotations()
                    .change(mailbox.map(Mailbox::account).orElse(own), changes(command, mailbox.map(Mailbox::id), own));
        } catch (MailboxException refused) {
            if (refused.reason() == MailboxException.Reason.LIMIT) {
                throw new CommandException(new ResponseCode("METADATA TOOMANY"), String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
        return Completion.of("Setmetadata done");
    }

    /** RFC 5464 §3.3: what only oneself sees needs no right to write. */
    private static String needed(Set command) {
        boolean personal =
                command.settings().stream().allMatch(setting -> setting.entry().personal());
        return personal ? "r" : "w";
    }

    private static void check(Set command, Setting setting) throws CommandException {
        if (setting.value()
                .filter(value -> value.length > Annotations.MAX_VALUE)
                .isPresent()) {
            throw new CommandException(
                    ResponseCode.of("METADATA MAXSIZE", Annotations.MAX_VALUE), "The value is too long");
        }
        if (setting.entry().path().length() > Annotations.MAX_ENTRY) {
            throw new CommandException(ResponseCode.LIMIT, "The name of the annotation is too long");
        }
        String name = setting.entry().name();
        if (command.mailbox().isEmpty() && name.equals(ADMIN)) {
            // RFC 5464 §6.2.1.2: always read-only.
            throw new CommandException(ResponseCode.NOPERM, "Clients cannot change " + ADMIN);
        }
        if (name.equals(Notes.SPECIAL_USE)) {
            throw new CommandException(ResponseCode.CANNOT, "A special use is given when the mailbox is created");
        }
    }

    private static List<Annotation.Change> changes(Set command, Optional<MailboxId> mailbox, AccountId own) {
        List<Annotation.Change> changes = new ArrayList<>();
        for (Setting setting : command.settings()) {
            Optional<AccountId> reader = setting.entry().personal() ? Optional.of(own) : Optional.empty();
            Annotation.Name name =
                    new Annotation.Name(mailbox, reader, setting.entry().path());
            changes.add(new Annotation.Change(name, setting.value()));
        }
        return changes;
    }
}
