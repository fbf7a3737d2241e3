// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;

/** The SQL of forwarding. */
final class ForwardTable {
    private static final String SELECT =
            "SELECT id, target, failures, failing_since, stopped, reason, account_id FROM forward";

    private ForwardTable() {}

    static Forwarding of(Connection connection, long account) throws SQLException {
        List<Target> targets = Sql.list(
                connection,
                ForwardTable::target,
                SELECT + " WHERE account_id = ? AND by_rule = FALSE ORDER BY target_key",
                account);
        return Sql.first(
                        connection,
                        row -> new Forwarding(row.getBoolean(1), unproven(row.getString(2)), targets),
                        "SELECT forward_keep, forward_unproven FROM account WHERE id = ?",
                        account)
                .orElse(Forwarding.NONE);
    }

    static Optional<ForwardRules.Owned> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, ForwardTable::owned, SELECT + " WHERE id = ?", id);
    }

    static void add(Connection connection, long account, EmailAddress target) throws SQLException {
        Sql.update(
                connection,
                // A rule may have sent something there before.
                "INSERT INTO forward (id, account_id, target, target_key) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (account_id, target_key) DO UPDATE SET by_rule = FALSE",
                Sql.nextId(connection, "forward"),
                account,
                target.toString(),
                target.key());
    }

    static void addOfRule(Connection connection, long account, EmailAddress target) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO forward (id, account_id, target, target_key, by_rule) VALUES (?, ?, ?, ?, TRUE)"
                        + " ON CONFLICT (account_id, target_key) DO NOTHING",
                Sql.nextId(connection, "forward"),
                account,
                target.toString(),
                target.key());
    }

    /** Whether a rule or the account itself sends there. */
    static Optional<Target> targetOfRule(Connection connection, long account, EmailAddress target) throws SQLException {
        return Sql.first(
                connection,
                ForwardTable::target,
                SELECT + " WHERE account_id = ? AND target_key = ?",
                account,
                target.key());
    }

    static int delete(Connection connection, long account, EmailAddress target) throws SQLException {
        return Sql.update(
                connection, "DELETE FROM forward WHERE account_id = ? AND target_key = ?", account, target.key());
    }

    static void keep(Connection connection, long account, boolean keep) throws SQLException {
        Sql.update(connection, "UPDATE account SET forward_keep = ? WHERE id = ?", keep, account);
    }

    static void unproven(Connection connection, long account, Unproven unproven) throws SQLException {
        Sql.update(
                connection,
                "UPDATE account SET forward_unproven = ? WHERE id = ?",
                unproven.name().toLowerCase(Locale.ROOT),
                account);
    }

    /** Nothing is held against the target any more. */
    static void forgive(Connection connection, long id) throws SQLException {
        Sql.update(
                connection,
                "UPDATE forward SET failures = 0, failing_since = NULL, stopped = NULL, reason = '' WHERE id = ?",
                id);
    }

    static void count(Connection connection, long id, long now, String reason) throws SQLException {
        Sql.update(
                connection,
                "UPDATE forward SET failures = failures + 1, failing_since = COALESCE(failing_since, CAST(? AS BIGINT)),"
                        + " reason = ? WHERE id = ?",
                now,
                reason,
                id);
    }

    static void stop(Connection connection, long id, long now) throws SQLException {
        Sql.update(connection, "UPDATE forward SET stopped = CAST(? AS BIGINT) WHERE id = ?", now, id);
    }

    private static ForwardRules.Owned owned(ResultSet row) throws SQLException {
        return new ForwardRules.Owned(new AccountId(row.getLong(7)), target(row));
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(row.getLong(1), EmailAddress.of(row.getString(2)), state(row));
    }

    private static Target.State state(ResultSet row) throws SQLException {
        long failures = row.getLong(3);
        Instant since = Instant.ofEpochMilli(row.getLong(4));
        long stopped = row.getLong(5);
        String reason = row.getString(6);
        if (stopped != 0) {
            return new Target.State.Stopped(Instant.ofEpochMilli(stopped), reason);
        }
        return failures == 0 ? new Target.State.Working() : new Target.State.Failing(since, failures, reason);
    }

    private static Unproven unproven(String name) {
        return Unproven.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
