// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

/** The tables {@code account_object} and {@code account_object_state}. */
final class ObjectRows {
    private static final String COLUMNS =
            "SELECT account_id, object_id, value, changed_seq, due_at, claimed FROM account_object";

    private ObjectRows() {}

    /** The next state, and the next id if one was wanted, else the latest. */
    record Next(long state, long id) {}

    static long state(Connection connection, AccountId account, String kind) throws SQLException {
        return number(
                connection,
                "SELECT seq FROM account_object_state WHERE account_id = ? AND kind = ?",
                account.value(),
                kind);
    }

    static long count(Connection connection, AccountId account, String kind) throws SQLException {
        return number(
                connection,
                "SELECT COUNT(*) FROM account_object WHERE account_id = ? AND kind = ? AND gone = 0",
                account.value(),
                kind);
    }

    /** The row is also the lock under which everything of this account and kind changes. */
    static Next next(Connection tx, AccountId account, String kind, int ids) throws SQLException {
        String sql = "INSERT INTO account_object_state (account_id, kind, seq, last_id, floor) VALUES (?, ?, 1, ?, 0)"
                + " ON CONFLICT (account_id, kind) DO UPDATE SET seq = account_object_state.seq + 1,"
                + " last_id = account_object_state.last_id + ? RETURNING seq, last_id";
        try (PreparedStatement statement = prepare(tx, sql, account.value(), kind, (long) ids, (long) ids);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Next(row.getLong(1), row.getLong(2));
        }
    }

    static void insert(Connection tx, AccountObject object, String kind) throws SQLException {
        update(
                tx,
                "INSERT INTO account_object (account_id, kind, object_id, created_seq, changed_seq, due_at, claimed, gone,"
                        + " value) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)",
                object.account().value(),
                kind,
                object.id(),
                object.changed(),
                object.changed(),
                millis(object.due()),
                object.value());
    }

    /** Whether nobody changed or claimed it since it was read; holds until the transaction ends. */
    static boolean isStill(Connection tx, AccountObject read, String kind) throws SQLException {
        return update(
                        tx,
                        "UPDATE account_object SET gone = 0 WHERE account_id = ? AND kind = ? AND object_id = ?"
                                + " AND changed_seq = ? AND claimed = ? AND gone = 0",
                        read.account().value(),
                        kind,
                        read.id(),
                        read.changed(),
                        read.claimed() ? 1L : 0L)
                > 0;
    }

    /** Writes what it says now, and lets go of it. */
    static void replace(Connection tx, AccountObject object, String kind) throws SQLException {
        update(
                tx,
                "UPDATE account_object SET value = ?, due_at = ?, claimed = 0, changed_seq = ? WHERE account_id = ?"
                        + " AND kind = ? AND object_id = ?",
                object.value(),
                millis(object.due()),
                object.changed(),
                object.account().value(),
                kind,
                object.id());
    }

    /** Does again, on an empty index, what was done; objects come in the order of their states. */
    static void keptAgain(Connection tx, LogEvent.ObjectKept kept) throws SQLException {
        stateAgain(tx, kept.account(), kept.type(), kept.state(), kept.id());
        update(
                tx,
                "INSERT INTO account_object (account_id, kind, object_id, created_seq, changed_seq, due_at, claimed, gone,"
                        + " value) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?) ON CONFLICT (account_id, kind, object_id) DO UPDATE"
                        + " SET changed_seq = excluded.changed_seq, due_at = excluded.due_at, value = excluded.value",
                kept.account().value(),
                kept.type(),
                kept.id(),
                kept.state(),
                kept.state(),
                kept.dueAt(),
                kept.value());
    }

    static void goneAgain(Connection tx, LogEvent.ObjectGone gone) throws SQLException {
        stateAgain(tx, gone.account(), gone.type(), gone.state(), gone.id());
        bury(tx, gone.account(), gone.type(), gone.id(), gone.state());
    }

    private static void stateAgain(Connection tx, AccountId account, String kind, long state, long id)
            throws SQLException {
        next(tx, account, kind, 0);
        update(
                tx,
                "UPDATE account_object_state SET seq = ?, last_id = CASE WHEN last_id < ? THEN ? ELSE last_id END"
                        + " WHERE account_id = ? AND kind = ?",
                state,
                id,
                id,
                account.value(),
                kind);
    }

    static void bury(Connection tx, AccountId account, String kind, long id, long state) throws SQLException {
        update(
                tx,
                "UPDATE account_object SET value = '', due_at = 0, claimed = 0, gone = 1, changed_seq = ?"
                        + " WHERE account_id = ? AND kind = ? AND object_id = ?",
                state,
                account.value(),
                kind,
                id);
    }

    /** Forgets what went at {@code floor} or before. */
    static void forget(Connection tx, AccountId account, String kind, long floor) throws SQLException {
        int forgotten = update(
                tx,
                "DELETE FROM account_object WHERE account_id = ? AND kind = ? AND gone = 1 AND changed_seq <= ?",
                account.value(),
                kind,
                floor);
        if (forgotten > 0) {
            update(
                    tx,
                    "UPDATE account_object_state SET floor = ? WHERE account_id = ? AND kind = ?",
                    floor,
                    account.value(),
                    kind);
        }
    }

    /** The account is gone; its states stay, so that none comes twice. */
    static void deleteAll(Connection tx, AccountId account) throws SQLException {
        update(tx, "DELETE FROM account_object WHERE account_id = ?", account.value());
        update(tx, "UPDATE account_object_state SET floor = seq WHERE account_id = ?", account.value());
    }

    static List<AccountObject> list(Connection connection, AccountId account, String kind) throws SQLException {
        return objects(
                connection,
                COLUMNS + " WHERE account_id = ? AND kind = ? AND gone = 0 ORDER BY object_id",
                account.value(),
                kind);
    }

    static Optional<AccountObject> find(Connection connection, AccountId account, String kind, long id)
            throws SQLException {
        return objects(
                        connection,
                        COLUMNS + " WHERE account_id = ? AND kind = ? AND object_id = ? AND gone = 0",
                        account.value(),
                        kind,
                        id)
                .stream()
                .findFirst();
    }

    static Optional<AccountObjects.Changes> since(Connection connection, AccountId account, String kind, long state)
            throws SQLException {
        long floor = number(
                connection,
                "SELECT floor FROM account_object_state WHERE account_id = ? AND kind = ?",
                account.value(),
                kind);
        if (state < floor || state < 0 || state > state(connection, account, kind)) {
            return Optional.empty();
        }
        List<Long> created = new ArrayList<>();
        List<Long> updated = new ArrayList<>();
        List<Long> destroyed = new ArrayList<>();
        String sql = "SELECT object_id, created_seq, gone FROM account_object WHERE account_id = ? AND kind = ?"
                + " AND changed_seq > ? ORDER BY object_id";
        try (PreparedStatement statement = prepare(connection, sql, account.value(), kind, state);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                boolean fresh = row.getLong(2) > state;
                boolean gone = row.getInt(3) != 0;
                if (!gone) {
                    (fresh ? created : updated).add(row.getLong(1));
                } else if (!fresh) {
                    destroyed.add(row.getLong(1));
                }
            }
        }
        return Optional.of(new AccountObjects.Changes(created, updated, destroyed));
    }

    static List<AccountObject> claim(Connection tx, String kind, Instant now, Instant until, int most)
            throws SQLException {
        List<AccountObject> due = objects(
                tx,
                COLUMNS + " WHERE kind = ? AND due_at > 0 AND due_at <= ? ORDER BY due_at LIMIT ?",
                kind,
                now.toEpochMilli(),
                (long) most);
        List<AccountObject> claimed = new ArrayList<>();
        for (AccountObject object : due) {
            int taken = update(
                    tx,
                    "UPDATE account_object SET claimed = 1, due_at = ? WHERE account_id = ? AND kind = ? AND object_id = ?"
                            + " AND due_at = ?",
                    until.toEpochMilli(),
                    object.account().value(),
                    kind,
                    object.id(),
                    millis(object.due()));
            if (taken > 0) {
                claimed.add(new AccountObject(
                        object.account(), object.id(), object.value(), object.changed(), Optional.of(until), true));
            }
        }
        return claimed;
    }

    static Optional<Instant> nextDue(Connection connection, String kind) throws SQLException {
        long due = number(connection, "SELECT MIN(due_at) FROM account_object WHERE kind = ? AND due_at > 0", kind);
        return due == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }

    private static List<AccountObject> objects(Connection connection, String sql, Object... values)
            throws SQLException {
        List<AccountObject> objects = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long due = row.getLong(5);
                objects.add(new AccountObject(
                        new AccountId(row.getLong(1)),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        due == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)),
                        row.getInt(6) != 0));
            }
        }
        return objects;
    }

    private static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static int update(Connection tx, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(tx, sql, values)) {
            return statement.executeUpdate();
        }
    }

    // Whoever calls closes it.
    @SuppressWarnings("resource")
    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                default -> throw new IllegalArgumentException("no value for SQL: " + values[i]);
            }
        }
        return statement;
    }
}
