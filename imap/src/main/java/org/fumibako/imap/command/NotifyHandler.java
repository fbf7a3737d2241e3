// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.List;
import org.fumibako.imap.wire.NotifyCommand;
import org.fumibako.store.MessageStore;

/** NOTIFY (RFC 5465 §3.1). */
final class NotifyHandler implements CommandHandler<NotifyCommand> {
    private final MessageStore store;
    private final SharedNames shared;
    private final StatusWriter statuses;

    NotifyHandler(MessageStore store, SharedNames shared, StatusWriter statuses) {
        this.store = store;
        this.shared = shared;
        this.statuses = statuses;
    }

    @Override
    public Completion handle(NotifyCommand command, Session session) throws IOException {
        // What is not wanted from now on is told for the last time.
        Updates.all(session, true);
        NotifyCommand.Set wanted = switch (command) {
            case NotifyCommand.None _ -> new NotifyCommand.Set(false, NotifyCommand.SelectedEvents.NONE, List.of());
            case NotifyCommand.Set set -> set;
        };
        Bulletin bulletin = new Bulletin(store, shared, statuses, wanted.others(), session);
        Watch watch = new Watch(store, bulletin, wanted.selected(), session);
        session.watch(watch);
        watch.begin(wanted.status());
        return Completion.of("Notify done");
    }
}
