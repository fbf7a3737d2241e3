// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** What COPY and MOVE have in common. */
final class Transfer {
    private Transfer() {}

    /** Where to; TRYCREATE where the client could create it (RFC 9051 §6.4.7). */
    static Mailbox target(MessageStore store, Session session, String name) throws CommandException {
        return store.mailbox(session.account().id(), name)
                .orElseThrow(() -> new CommandException(ResponseCode.TRYCREATE, "No such mailbox"));
    }

    /** Which messages. A message number whose message is gone fails the whole command (RFC 2180 §4.4.2). */
    static UidSet messages(Session session, SequenceSet set, boolean uid)
            throws IOException, CommandException, SyntaxException {
        SelectedMailbox mailbox = session.mailbox();
        int[] indexes = MessageNumbers.indexes(mailbox.view(), set, uid);
        Updates.keepNumbers(session);
        if (!uid && MessageNumbers.anyGone(mailbox.view(), indexes)) {
            throw new CommandException(ResponseCode.EXPUNGEISSUED, "Some of the messages no longer exist");
        }
        return MessageNumbers.uids(mailbox.view(), indexes);
    }
}
