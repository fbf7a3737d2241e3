// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.imap.wire.MailboxCommand.Lsub;
import org.fumibako.store.MessageStore;

/** LSUB of IMAP4rev1 (RFC 3501 §6.3.9). */
final class LsubHandler implements CommandHandler<Lsub> {
    private final MessageStore store;

    LsubHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Lsub command, Session session) throws IOException {
        if (command.pattern().isEmpty()) {
            session.writer().untagged("LSUB (\\Noselect) \"/\" \"\"").end();
            return Completion.of("Lsub done");
        }
        Set<String> subscribed = store.subscriptions(session.account().id());
        Set<String> names = new TreeSet<>(subscribed);
        if (command.pattern().endsWith("%")) {
            // RFC 3501 §6.3.9: a level above a subscribed name is listed, marked \Noselect, when the % ends there.
            subscribed.forEach(name -> MailboxTree.ancestors(name, names::add));
        }
        MailboxPattern pattern = MailboxPattern.of(command.reference() + command.pattern());
        for (String name : names) {
            if (pattern.matches(name)) {
                session.writer()
                        .untagged(subscribed.contains(name) ? "LSUB () \"/\" " : "LSUB (\\Noselect) \"/\" ")
                        .mailbox(name)
                        .end();
            }
        }
        return Completion.of("Lsub done");
    }
}
