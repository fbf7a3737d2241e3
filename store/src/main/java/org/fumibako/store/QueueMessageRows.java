// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.QueueCodes;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueuedMessage;
import org.jspecify.annotations.Nullable;

/** The {@code queue_message} table: one row for each message in the queue. */
final class QueueMessageRows {
    /** What {@link #message} reads, of a table that is called m. */
    static final String COLUMNS =
            "m.queue_id, m.size, m.sender, m.body, m.smtp_utf8, m.ret, m.envelope_id, m.account_id,"
                    + " m.customer_id, m.accepted_at, m.recipients";

    /** How many columns that is. */
    static final int WIDTH = 11;

    private QueueMessageRows() {}

    /** A row to be written. */
    record NewMessage(QueuedMessage message, long contentId, long skip) {}

    static void insert(Connection tx, List<NewMessage> rows) throws SQLException {
        String sql = "INSERT INTO queue_message (queue_id, size, sender, body, smtp_utf8, ret, envelope_id,"
                + " account_id, customer_id, accepted_at, recipients, content_id, skip) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (NewMessage row : rows) {
                bind(statement, row.message());
                statement.setLong(12, row.contentId());
                statement.setLong(13, row.skip());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, QueuedMessage message) throws SQLException {
        QueueEnvelope envelope = message.envelope();
        statement.setLong(1, message.queueId());
        statement.setLong(2, message.size());
        statement.setString(3, envelope.sender().map(EmailAddress::toString).orElse(""));
        statement.setLong(4, QueueCodes.of(envelope.body()));
        statement.setLong(5, envelope.smtpUtf8() ? 1 : 0);
        statement.setLong(6, QueueCodes.of(envelope.ret()));
        statement.setString(7, envelope.envelopeId().orElse(null));
        setLong(statement, 8, message.owner().account().map(AccountId::value).orElse(null));
        setLong(statement, 9, message.owner().customer().map(CustomerId::value).orElse(null));
        statement.setLong(10, message.acceptedAt().toEpochMilli());
        statement.setLong(11, message.recipients());
    }

    static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    /** From {@link #COLUMNS}, the first of which is the row's first. */
    static QueuedMessage message(ResultSet row) throws SQLException {
        QueueEnvelope envelope = new QueueEnvelope(
                Optional.of(row.getString(3)).filter(text -> !text.isEmpty()).map(EmailAddress::of),
                QueueCodes.body(row.getLong(4)),
                row.getInt(5) != 0,
                QueueCodes.ret(row.getLong(6)),
                Optional.ofNullable(row.getString(7)));
        Owner owner = new Owner(id(row, 8).map(AccountId::new), id(row, 9).map(CustomerId::new));
        return new QueuedMessage(
                row.getLong(1), envelope, owner, Instant.ofEpochMilli(row.getLong(10)), row.getInt(11), row.getLong(2));
    }

    private static Optional<Long> id(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Removes messages of which nothing is to be tried any more, and notes that their contents lost a reference. */
    static void delete(Connection tx, List<QueuedMessage> messages, long now) throws SQLException {
        String release = "INSERT INTO released (content_id, account_id, released_at)"
                + " SELECT content_id, COALESCE(account_id, 0), CAST(? AS BIGINT) FROM queue_message WHERE queue_id = ?"
                + " ON CONFLICT (content_id, account_id) DO UPDATE SET released_at = excluded.released_at";
        try (PreparedStatement statement = tx.prepareStatement(release)) {
            for (QueuedMessage message : messages) {
                statement.setLong(1, now);
                statement.setLong(2, message.queueId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        for (String table : List.of("queue_attempt", "queue_recipient", "queue_message")) {
            try (PreparedStatement statement = tx.prepareStatement("DELETE FROM " + table + " WHERE queue_id = ?")) {
                for (QueuedMessage message : messages) {
                    statement.setLong(1, message.queueId());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
