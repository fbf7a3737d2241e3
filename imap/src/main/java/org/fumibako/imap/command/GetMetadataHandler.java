// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.SortedMap;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MetadataCommand.Get;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.model.AccountId;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** GETMETADATA (RFC 5464 §4.2). */
final class GetMetadataHandler implements CommandHandler<Get> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    GetMetadataHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Get command, Session session) throws IOException, CommandException {
        MetadataWriter metadata = new MetadataWriter(command.entries(), command.depth(), command.maxSize());
        metadata.write(command.mailbox(), notes(command.mailbox(), session), session.writer());
        long leftOut = metadata.largestLeftOut();
        return leftOut == 0
                ? Completion.of("Getmetadata done")
                : Completion.of(ResponseCode.of("METADATA LONGENTRIES", leftOut), "Some values are longer");
    }

    private SortedMap<String, byte[]> notes(String name, Session session) throws CommandException {
        AccountId reader = session.account().id();
        if (name.isEmpty()) {
            return new Notes(store.annotations().list(reader), reader).ofServer();
        }
        Mailbox mailbox = mailboxes.existing(name, "r", session);
        return new Notes(store.annotations().list(mailbox.account()), reader).of(mailbox);
    }
}
