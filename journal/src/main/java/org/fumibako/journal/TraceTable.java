// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** The SQL that only {@link Tracing} needs. */
final class TraceTable {
    private static final String ROWS =
            "SELECT id, at, account_id, kind, content_id, protocol, session, peer, client, login, app_password, detail FROM journal";

    private TraceTable() {}

    /** Rows with which a message may begin that is asked for, the latest first; what they say is for the caller to compare. */
    static List<JournalRow> beginnings(Connection connection, TraceQuery query, int most) throws SQLException {
        String sql = ROWS + " WHERE " + (query.account().isPresent() ? "account_id = ? AND " : "")
                + "kind IN (?, ?, ?, ?) AND at >= ? AND LOWER(detail) LIKE LOWER(?) ESCAPE '!' ORDER BY id DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            if (query.account().isPresent()) {
                statement.setLong(at++, query.account().get().value());
            }
            statement.setString(at++, EventKind.FILED.column());
            statement.setString(at++, EventKind.QUEUED.column());
            statement.setString(at++, EventKind.REFUSED.column());
            statement.setString(at++, EventKind.DISCARDED.column());
            statement.setLong(at++, query.since().toEpochMilli());
            statement.setString(at++, "%" + literal(encoded(query.text())) + "%");
            statement.setInt(at, most);
            return JournalTable.rows(statement);
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

    /** What rules did in the session of {@code row} and its account, at most {@code distance} rows away. */
    static List<JournalRow> sorting(Connection connection, JournalRow row, long distance) throws SQLException {
        String sql = ROWS + " WHERE id BETWEEN ? AND ? AND session = ? AND account_id = ? AND kind IN (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, row.id() - distance);
            statement.setLong(2, row.id() + distance);
            statement.setString(3, row.origin().session());
            statement.setLong(4, row.account().map(AccountId::value).orElse(0L));
            statement.setString(5, EventKind.SORTED.column());
            statement.setString(6, EventKind.SCRIPT_FAILED.column());
            statement.setString(7, EventKind.AUTO_REPLIED.column());
            statement.setString(8, EventKind.REPLY_WITHHELD.column());
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
