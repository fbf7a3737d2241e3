// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.Subscribe;
import org.fumibako.model.AccountId;
import org.fumibako.store.MessageStore;

/**
 * SUBSCRIBE and UNSUBSCRIBE (RFC 9051 §6.3.7, §6.3.8). Only a mailbox that exists can be subscribed, so that the names kept are
 * bounded; the subscription outlives it.
 */
final class SubscribeHandler implements CommandHandler<Subscribe> {
    private final MessageStore store;
    private final Mailboxes mailboxes;

    SubscribeHandler(MessageStore store, Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Completion handle(Subscribe command, Session session) throws CommandException {
        AccountId account = session.account().id();
        String name = CreateHandler.withoutSeparator(command.mailbox());
        if (!command.subscribed()) {
            store.subscribe(account, name, false);
            return Completion.of("Unsubscribe done");
        }
        store.subscribe(account, mailboxes.existing(name, "l", session).name(), true);
        return Completion.of("Subscribe done");
    }
}
