// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.RecipientState;

/** The queue as people see it. */
final class QueueListing {
    private QueueListing() {}

    static List<QueueRow> list(Connection connection, QueueFilter filter, int limit) throws SQLException {
        QueueWhere where = QueueWhere.of(filter);
        String sql = "SELECT " + QueueMessageRows.COLUMNS + ", " + QueueRecipientRows.COLUMNS
                + ", r.claimed, c.subject, c.message_id, " + QueueAttemptRows.COLUMNS
                + " FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id"
                + " JOIN content c ON c.content_id = m.content_id"
                + " LEFT JOIN queue_attempt a ON a.queue_id = r.queue_id AND a.position = r.position"
                + " AND a.attempt = (SELECT MAX(l.attempt) FROM queue_attempt l"
                + " WHERE l.queue_id = r.queue_id AND l.position = r.position)"
                + " WHERE " + where.sql() + " ORDER BY r.queue_id, r.position LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(where.bind(statement), limit);
            try (ResultSet row = statement.executeQuery()) {
                List<QueueRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row(row));
                }
                return rows;
            }
        }
    }

    private static QueueRow row(ResultSet row) throws SQLException {
        int recipient = QueueMessageRows.WIDTH + 1;
        int rest = recipient + QueueRecipientRows.WIDTH;
        return new QueueRow(
                QueueMessageRows.message(row),
                QueueRecipientRows.recipient(row, recipient),
                row.getInt(rest) != 0,
                row.getString(rest + 1),
                row.getString(rest + 2),
                QueueAttemptRows.attempt(row, rest + 3));
    }

    static Map<RecipientState, Long> count(Connection connection, QueueFilter filter) throws SQLException {
        QueueWhere where = QueueWhere.of(filter);
        String sql = "SELECT r.state, COUNT(*) FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id"
                + " WHERE " + where.sql() + " GROUP BY r.state";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                Map<RecipientState, Long> counts = new EnumMap<>(RecipientState.class);
                while (row.next()) {
                    counts.put(RecipientState.of(row.getInt(1)), row.getLong(2));
                }
                return counts;
            }
        }
    }

    static Set<AccountId> senders(Connection connection, QueueFilter filter) throws SQLException {
        QueueWhere where = QueueWhere.of(filter).and("r.state IN (0, 1) AND m.account_id IS NOT NULL");
        String sql =
                "SELECT DISTINCT m.account_id FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id"
                        + " WHERE " + where.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                Set<AccountId> accounts = new HashSet<>();
                while (row.next()) {
                    accounts.add(new AccountId(row.getLong(1)));
                }
                return accounts;
            }
        }
    }
}
