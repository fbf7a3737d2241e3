// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;

/**
 * The states of accounts that the committer has read. With SQLite, where this process is the only writer, they stay from
 * group to group; with PostgreSQL another process may write next, so each group reads and locks them anew.
 */
final class Accounts {
    /** Accounts kept: some 2 KB each. */
    private static final int MAX_KEPT = 8192;

    private final boolean keep;
    private final Map<AccountId, AccountState> states = new LinkedHashMap<>(256, 0.75f, true);

    Accounts(Database.Engine engine) {
        keep = engine == Database.Engine.SQLITE;
    }

    /** Begins a group that works on {@code ids}: reads and locks, in ascending order, those that are not kept. */
    void begin(Connection tx, Collection<AccountId> ids) throws SQLException {
        if (!keep) {
            states.clear();
        }
        for (AccountId id : ids.stream()
                .distinct()
                .sorted(Comparator.comparingLong(AccountId::value))
                .toList()) {
            get(tx, id);
        }
    }

    Optional<AccountState> get(Connection tx, AccountId id) throws SQLException {
        AccountState known = states.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<AccountState> read = AccountRows.lock(tx, id);
        read.ifPresent(account -> states.put(id, account));
        return read;
    }

    AccountState make(Connection tx, AccountId id) throws SQLException {
        AccountRows.insert(tx, id);
        return get(tx, id).orElseThrow(() -> new SQLException("account " + id + " cannot be made"));
    }

    /** The group was not committed: what it did to the states must not stay. */
    void forgetAll() {
        states.clear();
    }

    /** Between groups: lets go of those used longest ago. */
    void trim() {
        var oldest = states.entrySet().iterator();
        for (int excess = states.size() - MAX_KEPT; excess > 0; excess--) {
            oldest.next();
            oldest.remove();
        }
    }
}
