// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** Accounts as lists show them: filtered, sorted and cut by the database. */
public final class AccountList {
    static final String LAST_SIGN_IN =
            "COALESCE((SELECT MAX(seen) FROM known_peer WHERE known_peer.account_id = account.id), 0)";

    private static final String SELECT = "SELECT " + Accounts.COLUMNS + ", account.name, account.created, "
            + LAST_SIGN_IN + ", (SELECT count(*) FROM forward WHERE forward.account_id = account.id),"
            + " (SELECT count(*) FROM forward WHERE forward.account_id = account.id AND stopped IS NOT NULL),"
            + " account.forward_keep, (SELECT count(*) FROM auto_reply WHERE auto_reply.account_id = account.id"
            + " AND enabled = TRUE AND begins <= ? AND (ends = 0 OR ends > ?)), account.deleted" + Accounts.FROM;

    private static final String WHERE = " WHERE account.domain_id = ? AND (lower(account.address) LIKE ? ESCAPE '!'"
            + " OR lower(account.name) LIKE ? ESCAPE '!')";

    private final Changes changes;

    AccountList(Changes changes) {
        this.changes = changes;
    }

    /** A piece of a list, and how long all of it is. */
    public record Page<T>(List<T> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    public Page<ListedAccount> list(AccountQuery query) {
        long domain = query.domain().value();
        return changes.read(connection -> new Page<>(
                Sql.list(
                        connection,
                        AccountList::listed,
                        SELECT + WHERE + query.sort().sql(query.descending()) + " LIMIT ? OFFSET ?",
                        changes.now(),
                        changes.now(),
                        domain,
                        query.like(),
                        query.like(),
                        (long) query.limit(),
                        query.offset()),
                Sql.number(connection, "SELECT count(*) FROM account" + WHERE, domain, query.like(), query.like())));
    }

    public Optional<ListedAccount> find(AccountId account) {
        return changes.read(connection -> Sql.first(
                connection,
                AccountList::listed,
                SELECT + " WHERE account.id = ?",
                changes.now(),
                changes.now(),
                account.value()));
    }

    private static ListedAccount listed(ResultSet row) throws SQLException {
        return new ListedAccount(
                Accounts.account(row),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8)),
                time(row.getLong(9)),
                row.getLong(10),
                row.getLong(11),
                row.getBoolean(12),
                row.getLong(13) > 0,
                time(row.getLong(14)));
    }

    private static Optional<Instant> time(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
