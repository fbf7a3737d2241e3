// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.model.AccountId;

/** The SQL that only {@link Tracing} needs. */
final class TraceTable {
    private static final String ROWS =
            "SELECT id, at, account_id, kind, content_id, protocol, session, peer, client, login, app_password, detail FROM journal";

    private static final String MATCHING = "id >= ? AND id < ? AND kind IN (?, ?, ?, ?) AND at >= ?"
            + " AND LOWER(detail) LIKE LOWER(?) ESCAPE '!' ORDER BY id DESC LIMIT ?";

    private TraceTable() {}

    /**
     * Rows with which a message may begin.
     *
     * @param rows the latest first; what they say is for the caller to compare
     * @param rest below which row nobody has looked; empty when all was seen
     */
    record Beginnings(List<JournalRow> rows, OptionalLong rest) {}

    static Beginnings beginnings(Connection connection, TraceQuery query, long now, int most) throws SQLException {
        long before = query.before().orElse(Long.MAX_VALUE);
        return switch (query.wanted()) {
            case TraceQuery.Wanted.MessageId _ -> byKey(connection, "message_key", query, now, most);
            case TraceQuery.Wanted.Sender _ -> byKey(connection, "sender_key", query, now, most);
            case TraceQuery.Wanted.Subject _, TraceQuery.Wanted.Part _ ->
                switch (query.whose()) {
                    case TraceQuery.Whose.OfAccount(AccountId account) ->
                        inAccounts(connection, Set.of(account), query, before, most);
                    case TraceQuery.Whose.OfAccounts(Set<AccountId> accounts)
                    when accounts.size() <= TraceQuery.MAX_ACCOUNTS ->
                        inAccounts(connection, accounts, query, before, most);
                    case TraceQuery.Whose.OfAccounts _, TraceQuery.Whose.Everybody _ ->
                        inAll(connection, query, before, most);
                };
        };
    }

    /** The rows that an index leads to, however many days it is asked for; {@code column} is ours, never somebody's word. */
    static String keySql(String column, int days) {
        return ROWS + " WHERE " + column + " IN (" + String.join(", ", Collections.nCopies(days, "?"))
                + ") AND id < ? ORDER BY id DESC LIMIT ?";
    }

    private static Beginnings byKey(Connection connection, String column, TraceQuery query, long now, int most)
            throws SQLException {
        List<Long> keys = TraceKey.between(Math.max(0, query.since().toEpochMilli()), now, query.text());
        if (keys.isEmpty()) {
            return new Beginnings(List.of(), OptionalLong.empty());
        }
        try (PreparedStatement statement = connection.prepareStatement(keySql(column, keys.size()))) {
            int at = 1;
            for (long key : keys) {
                statement.setLong(at++, key);
            }
            statement.setLong(at++, query.before().orElse(Long.MAX_VALUE));
            statement.setInt(at, most);
            List<JournalRow> rows = JournalTable.rows(statement);
            return new Beginnings(
                    rows,
                    rows.size() < most
                            ? OptionalLong.empty()
                            : OptionalLong.of(rows.getLast().id()));
        }
    }

    private static Beginnings inAccounts(
            Connection connection, Set<AccountId> accounts, TraceQuery query, long before, int most)
            throws SQLException {
        if (accounts.isEmpty()) {
            return new Beginnings(List.of(), OptionalLong.empty());
        }
        long[] ids = accounts.stream().mapToLong(AccountId::value).toArray();
        long[] parameters = Arrays.copyOf(ids, ids.length + 2);
        parameters[ids.length] = before;
        parameters[ids.length + 1] = TraceQuery.SCANNED - 1L;
        String among = among(ids.length);
        long bottom = bottom(
                connection,
                "SELECT id FROM journal WHERE " + among + "id < ? ORDER BY id DESC LIMIT 1 OFFSET ?",
                parameters);
        try (PreparedStatement statement = connection.prepareStatement(ROWS + " WHERE " + among + MATCHING)) {
            int at = bind(statement, ids);
            bindMatching(statement, at, new Range(bottom, before), query, most);
            return beginnings(JournalTable.rows(statement), bottom, most);
        }
    }

    private static String among(int accounts) {
        return "account_id IN (" + String.join(", ", Collections.nCopies(accounts, "?")) + ") AND ";
    }

    /** Returns the index of the next parameter. */
    private static int bind(PreparedStatement statement, long[] ids) throws SQLException {
        for (int i = 0; i < ids.length; i++) {
            statement.setLong(i + 1, ids[i]);
        }
        return ids.length + 1;
    }

    /** Who signed in, or tried to, or to send from where they may not: rows of these accounts, the newest first. */
    static List<JournalRow> signIns(Connection connection, Set<AccountId> accounts, Instant since, int limit)
            throws SQLException {
        long[] ids = accounts.stream().mapToLong(AccountId::value).toArray();
        String sql = ROWS + " WHERE " + among(ids.length) + "kind IN (?, ?, ?) AND at >= ? ORDER BY id DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = bind(statement, ids);
            statement.setString(at++, EventKind.SIGNED_IN.column());
            statement.setString(at++, EventKind.SIGN_IN_FAILED.column());
            statement.setString(at++, EventKind.REFUSED_ABROAD.column());
            statement.setLong(at++, since.toEpochMilli());
            statement.setInt(at, limit);
            return JournalTable.rows(statement);
        }
    }

    private static Beginnings inAll(Connection connection, TraceQuery query, long before, int most)
            throws SQLException {
        long top = bottom(connection, "SELECT id FROM journal WHERE id < ? ORDER BY id DESC LIMIT 1", before);
        // Ids have few gaps, so this many of them are about as many rows.
        long bottom = Math.max(0, top - TraceQuery.SCANNED + 1);
        try (PreparedStatement statement = connection.prepareStatement(ROWS + " WHERE " + MATCHING)) {
            bindMatching(statement, 1, new Range(bottom, before), query, most);
            return beginnings(JournalTable.rows(statement), exists(connection, bottom) ? bottom : 0, most);
        }
    }

    /** Ids from {@code bottom} on, below {@code before}. */
    private record Range(long bottom, long before) {}

    private static void bindMatching(PreparedStatement statement, int from, Range range, TraceQuery query, int most)
            throws SQLException {
        int at = from;
        statement.setLong(at++, range.bottom());
        statement.setLong(at++, range.before());
        statement.setString(at++, EventKind.FILED.column());
        statement.setString(at++, EventKind.QUEUED.column());
        statement.setString(at++, EventKind.DISCARDED.column());
        statement.setString(at++, EventKind.REFUSED.column());
        statement.setLong(at++, query.since().toEpochMilli());
        statement.setString(at++, "%" + literal(encoded(query.text())) + "%");
        statement.setInt(at, most);
    }

    private static Beginnings beginnings(List<JournalRow> rows, long bottom, int most) {
        if (rows.size() == most) {
            return new Beginnings(rows, OptionalLong.of(rows.getLast().id()));
        }
        return new Beginnings(rows, bottom == 0 ? OptionalLong.empty() : OptionalLong.of(bottom));
    }

    private static boolean exists(Connection connection, long below) throws SQLException {
        return bottom(connection, "SELECT id FROM journal WHERE id < ? ORDER BY id DESC LIMIT 1", below) > 0;
    }

    /** The one id that is asked for; 0 when there is none. */
    private static long bottom(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** What happened to a content in an account, from row {@code from} on. */
    static List<JournalRow> ofContent(Connection connection, AccountId account, long contentId, long from)
            throws SQLException {
        String sql = ROWS + " WHERE account_id = ? AND id >= ? AND content_id = ? ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            statement.setLong(2, from);
            statement.setLong(3, contentId);
            return JournalTable.rows(statement);
        }
    }

    /** What became of a message for one recipient elsewhere, from row {@code from} on. */
    static List<JournalRow> outgoing(Connection connection, OutgoingEvent event, Optional<AccountId> account, long from)
            throws SQLException {
        String sql = ROWS + " WHERE " + (account.isPresent() ? "account_id = ?" : "about = ?")
                + " AND id >= ? AND content_id IS NULL AND detail LIKE ? ESCAPE '!' ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (account.isPresent()) {
                statement.setLong(1, account.get().value());
            } else {
                statement.setString(1, JournalTable.key(event.recipient().toString()));
            }
            statement.setLong(2, from);
            statement.setString(3, literal(event.queueId() + "\t" + event.recipient()) + "%");
            return JournalTable.rows(statement).stream()
                    .filter(row -> row.event() instanceof OutgoingEvent other
                            && other.queueId() == event.queueId()
                            && other.recipient().equals(event.recipient()))
                    .toList();
        }
    }

    /** What was found by checks in the session of {@code row}, at most {@code distance} rows away. */
    static List<JournalRow> checks(Connection connection, JournalRow row, long distance) throws SQLException {
        String sql = ROWS + " WHERE id BETWEEN ? AND ? AND session = ? AND kind = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, row.id() - distance);
            statement.setLong(2, row.id() + distance);
            statement.setString(3, row.origin().session());
            statement.setString(4, EventKind.AUTHENTICATED.column());
            return JournalTable.rows(statement);
        }
    }

    /** What filter and rules did in the session of {@code row} and its account, at most {@code distance} rows away. */
    static List<JournalRow> sorting(Connection connection, JournalRow row, long distance) throws SQLException {
        String sql =
                ROWS + " WHERE id BETWEEN ? AND ? AND session = ? AND account_id = ? AND kind IN (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, row.id() - distance);
            statement.setLong(2, row.id() + distance);
            statement.setString(3, row.origin().session());
            statement.setLong(4, row.account().map(AccountId::value).orElse(0L));
            statement.setString(5, EventKind.SORTED.column());
            statement.setString(6, EventKind.SCRIPT_FAILED.column());
            statement.setString(7, EventKind.AUTO_REPLIED.column());
            statement.setString(8, EventKind.REPLY_WITHHELD.column());
            statement.setString(9, EventKind.JUDGED.column());
            statement.setString(10, EventKind.SCANNER_SILENT.column());
            return JournalTable.rows(statement);
        }
    }

    private static String encoded(String text) {
        return new DetailWriter().add(text).toString();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
