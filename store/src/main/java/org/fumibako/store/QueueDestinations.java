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
import org.fumibako.model.DomainName;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueueDestination;
import org.fumibako.store.queue.QueueFilter;

/** The queue by where its mail goes. */
final class QueueDestinations {
    private QueueDestinations() {}

    static List<QueueDestination> list(Connection connection, QueueFilter filter, int limit) throws SQLException {
        QueueWhere where = QueueWhere.of(filter).and("r.state IN (0, 1)");
        String sql = "SELECT r.domain, SUM(CASE WHEN r.state = 0 THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN r.state = 1 THEN 1 ELSE 0 END),"
                + " SUM(CASE WHEN r.state = 0 AND r.claimed <> 0 THEN 1 ELSE 0 END), MIN(m.accepted_at),"
                + " MIN(CASE WHEN r.state = 0 AND r.claimed = 0 THEN r.next_at END)"
                + " FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id WHERE " + where.sql()
                + " GROUP BY r.domain ORDER BY COUNT(*) DESC, r.domain LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(where.bind(statement), limit);
            List<QueueDestination> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(destination(row));
                }
            }
            List<QueueDestination> whole = new ArrayList<>();
            for (QueueDestination one : found) {
                whole.add(withLast(one, last(connection, filter.to(one.domain()))));
            }
            return whole;
        }
    }

    private static QueueDestination destination(ResultSet row) throws SQLException {
        long next = row.getLong(6);
        Optional<Instant> due = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
        return new QueueDestination(
                DomainName.of(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                due,
                Optional.empty());
    }

    private static QueueDestination withLast(QueueDestination one, Optional<QueueAttempt> last) {
        return new QueueDestination(
                one.domain(), one.waiting(), one.held(), one.underway(), one.oldest(), one.next(), last);
    }

    private static Optional<QueueAttempt> last(Connection connection, QueueFilter filter) throws SQLException {
        QueueWhere where = QueueWhere.of(filter).and("r.state IN (0, 1)");
        String sql = "SELECT " + QueueAttemptRows.COLUMNS
                + " FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id"
                + " JOIN queue_attempt a ON a.queue_id = r.queue_id AND a.position = r.position"
                + " WHERE " + where.sql() + " ORDER BY a.at DESC LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? QueueAttemptRows.attempt(row, 1) : Optional.empty();
            }
        }
    }
}
