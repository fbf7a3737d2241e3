// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.Collection;
import org.fumibako.model.AccountId;

/**
 * Something that is to happen to the volume, as a whole or not at all. It shares a transaction with others, so it checks
 * everything before it changes anything, and refuses with {@link MailboxException}, never by letting SQL fail.
 */
interface Change<R> {
    /** The accounts that it reads or writes. */
    Collection<AccountId> accounts();

    /** About how many octets it will add to the pack. */
    default long weight() {
        return 128;
    }

    /** Whether the pack records it makes say all of it, so that {@link Redo} can do it again. */
    default boolean redoable() {
        return false;
    }

    /** May run more than once, each time in a new transaction. */
    R apply(Group group) throws MailboxException, SQLException;
}
