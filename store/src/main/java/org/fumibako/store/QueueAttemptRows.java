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
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.Settlement;

/** The {@code queue_attempt} table: what came of the latest attempts for each recipient. */
final class QueueAttemptRows {
    /** Attempts kept for a recipient; the journal has them all. */
    static final int KEPT = 20;

    /** What {@link #attempt} reads, of a table that is called a. */
    static final String COLUMNS = "a.at, a.server, a.tls, a.status, a.code, a.text";

    private QueueAttemptRows() {}

    static void insert(Connection tx, List<Settlement> settlements) throws SQLException {
        String insert = "INSERT INTO queue_attempt (queue_id, position, attempt, at, server, tls, status, code, text)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (queue_id, position, attempt) DO UPDATE SET at = excluded.at, server = excluded.server,"
                + " tls = excluded.tls, status = excluded.status, code = excluded.code, text = excluded.text";
        try (PreparedStatement statement = tx.prepareStatement(insert)) {
            for (Settlement settlement : settlements) {
                bind(statement, settlement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        String trim = "DELETE FROM queue_attempt WHERE queue_id = ? AND position = ? AND attempt <= ?";
        try (PreparedStatement statement = tx.prepareStatement(trim)) {
            for (Settlement settlement : settlements) {
                QueuedRecipient recipient = settlement.recipient();
                if (recipient.attempts() >= KEPT) {
                    statement.setLong(1, settlement.message().queueId());
                    statement.setLong(2, recipient.position());
                    statement.setLong(3, recipient.attempts() + 1L - KEPT);
                    statement.executeUpdate();
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Settlement settlement) throws SQLException {
        QueueAttempt attempt = settlement.attempt();
        statement.setLong(1, settlement.message().queueId());
        statement.setLong(2, settlement.recipient().position());
        statement.setLong(3, settlement.recipient().attempts() + 1L);
        statement.setLong(4, attempt.at().toEpochMilli());
        statement.setString(5, attempt.server());
        statement.setString(6, attempt.tls());
        statement.setString(7, attempt.status().toString());
        statement.setLong(8, attempt.reply().map(SmtpReply::code).orElse(0));
        statement.setString(9, storable(attempt.reply().map(SmtpReply::text).orElse(attempt.words())));
    }

    /** What strangers said may be anything; PostgreSQL keeps no NUL, UTF-8 no half of a surrogate pair. */
    private static String storable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** From {@link #COLUMNS}, the first of which is column {@code first}; empty where a join found none. */
    static Optional<QueueAttempt> attempt(ResultSet row, int first) throws SQLException {
        long at = row.getLong(first);
        if (row.wasNull()) {
            return Optional.empty();
        }
        EnhancedStatus status = EnhancedStatus.of(row.getString(first + 3));
        int code = row.getInt(first + 4);
        String text = row.getString(first + 5);
        Optional<SmtpReply> reply = code == 0
                ? Optional.empty()
                : Optional.of(new SmtpReply(
                        code, Optional.of(status).filter(said -> said.subject() + said.detail() > 0), text));
        return Optional.of(new QueueAttempt(
                Instant.ofEpochMilli(at),
                row.getString(first + 1),
                row.getString(first + 2),
                status,
                reply,
                reply.map(said -> said.toString().replace('\n', ' ')).orElse(text)));
    }

    /** The latest attempts, oldest first. */
    static List<QueueAttempt> of(Connection connection, long queueId, int position) throws SQLException {
        String sql = "SELECT " + COLUMNS
                + " FROM queue_attempt a WHERE a.queue_id = ? AND a.position = ? ORDER BY a.attempt";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, queueId);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                List<QueueAttempt> attempts = new ArrayList<>();
                while (row.next()) {
                    attempt(row, 1).ifPresent(attempts::add);
                }
                return attempts;
            }
        }
    }
}
