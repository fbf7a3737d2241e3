// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import org.fumibako.model.AccountId;

/**
 * Which owners were told that their mailbox fills up. In the database, so that a restart tells nobody twice. Safe for any number
 * of threads.
 */
public final class RoomWarnings {
    private static final String SELECT = "SELECT " + Accounts.COLUMNS + ", account.room_warned" + Accounts.FROM
            + " WHERE account.deleted IS NULL AND account.id > ? ORDER BY account.id LIMIT ?";

    private final Changes changes;

    RoomWarnings(Changes changes) {
        this.changes = changes;
    }

    /** @param percent of its quota that its owner was last told of; 0 for none */
    public record Told(Account account, int percent) {}

    /** Accounts in the order of their ids, from the one after {@code last}; deleted ones are left out. */
    public List<Told> after(long last, int limit) {
        return changes.read(connection ->
                Sql.list(connection, row -> new Told(Accounts.account(row), row.getInt(7)), SELECT, last, limit));
    }

    /** The owner was told, or, with 0, is to be told again. */
    public void told(AccountId account, int percent) {
        changes.write(connection ->
                Sql.update(connection, "UPDATE account SET room_warned = ? WHERE id = ?", percent, account.value()));
    }
}
