// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.Optional;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** Finds the mailbox that a command names, the account's own or another's, and checks that it may be used so (RFC 4314 §4). */
final class Mailboxes {
    private final MessageStore store;
    private final SharedNames shared;

    Mailboxes(MessageStore store, SharedNames shared) {
        this.store = store;
        this.shared = shared;
    }

    /**
     * The mailbox, which must be there.
     *
     * @param needed letters of the rights of which one is enough
     */
    Mailbox existing(String name, String needed, Session session) throws CommandException {
        return allowed(found(name, session, ResponseCode.NONEXISTENT), needed);
    }

    /** The mailbox that messages are to go to; when it is missing, the client is told that it might create it. */
    Mailbox destination(String name, Session session) throws CommandException {
        return allowed(found(name, session, ResponseCode.TRYCREATE), "i");
    }

    /** The mailbox with the session's rights there; it is there, but for clients without any right it is not. */
    SharedNames.Found found(String name, Session session) throws CommandException {
        return found(name, session, ResponseCode.NONEXISTENT);
    }

    private SharedNames.Found found(String name, Session session, ResponseCode missing) throws CommandException {
        Account self = session.account();
        Optional<SharedNames.Found> own =
                store.mailbox(self.id(), name).map(mailbox -> new SharedNames.Found(mailbox, Rights.ALL));
        return own.or(() -> shared.find(name, self))
                .orElseThrow(() -> new CommandException(missing, "There is no such mailbox"));
    }

    /** RFC 4314 §6: who may not look a mailbox up does not learn that it is there. */
    private static Mailbox allowed(SharedNames.Found found, String needed) throws CommandException {
        if (found.rights().hasAny(needed)) {
            return found.mailbox();
        }
        if (found.rights().has('l')) {
            throw new CommandException(ResponseCode.NOPERM, "You have no right to do that here");
        }
        throw new CommandException(ResponseCode.NONEXISTENT, "There is no such mailbox");
    }

    /** What the session may do there, as of now; nothing once the accounts are not one customer's any more. */
    Rights rights(Mailbox mailbox, Session session) {
        Account self = session.account();
        if (mailbox.account().equals(self.id())) {
            return Rights.ALL;
        }
        return shared.neighbour(mailbox.account(), self).isEmpty()
                ? Rights.NONE
                : shared.rights(mailbox.account(), mailbox.id(), self.id());
    }

    /** A name that a mailbox is to get. */
    record Place(AccountId account, String name) {}

    /** Where a new mailbox of that name goes: within another account only below a mailbox with the right to (RFC 4314 §4). */
    Place place(String name, Session session) throws CommandException {
        if (!name.equals(SharedNames.ROOT) && !name.startsWith(SharedNames.PREFIX)) {
            return new Place(session.account().id(), name);
        }
        int parent = name.lastIndexOf(Mailbox.SEPARATOR);
        Optional<Account> owner = shared.owner(name, session.account());
        if (owner.isEmpty() || parent <= 0) {
            throw new CommandException(ResponseCode.NOPERM, "You have no right to make that mailbox");
        }
        Mailbox above = existing(name.substring(0, parent), "k", session);
        return new Place(above.account(), SharedNames.within(name));
    }
}
