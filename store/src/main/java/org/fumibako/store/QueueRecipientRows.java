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
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.QueueCodes;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Settlement;

/** The {@code queue_recipient} table: one row for each recipient of each message in the queue. */
final class QueueRecipientRows {
    /** What {@link #recipient} reads, of a table that is called r. */
    static final String COLUMNS =
            "r.position, r.address, r.notify, r.original, r.state, r.attempts, r.next_at, r.expires_at,"
                    + " r.delay_told";

    /** How many columns that is. */
    static final int WIDTH = 9;

    private QueueRecipientRows() {}

    /** A row to be written; it is due at {@code nextAt}, or claimed until then. */
    record NewRecipient(long queueId, QueuedRecipient recipient, long lane, boolean claimed) {}

    static void insert(Connection tx, List<NewRecipient> rows) throws SQLException {
        String sql = "INSERT INTO queue_recipient (queue_id, position, address, domain, notify, original, lane, state,"
                + " attempts, next_at, claimed, expires_at, delay_told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (NewRecipient row : rows) {
                QueuedRecipient recipient = row.recipient();
                Addressee addressee = recipient.addressee();
                statement.setLong(1, row.queueId());
                statement.setLong(2, recipient.position());
                statement.setString(3, addressee.address().toString());
                statement.setString(4, addressee.address().domain().ascii());
                statement.setLong(5, QueueCodes.of(addressee.notifyOn()));
                statement.setString(6, addressee.originalRecipient().orElse(null));
                statement.setLong(7, row.lane());
                statement.setLong(8, recipient.state().code());
                statement.setLong(9, recipient.attempts());
                statement.setLong(10, recipient.nextAt().toEpochMilli());
                statement.setLong(11, row.claimed() ? 1 : 0);
                statement.setLong(12, recipient.expires().toEpochMilli());
                statement.setLong(13, recipient.delayTold() ? 1 : 0);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** From {@link #COLUMNS}, the first of which is column {@code first}. */
    static QueuedRecipient recipient(ResultSet row, int first) throws SQLException {
        Addressee addressee = new Addressee(
                EmailAddress.of(row.getString(first + 1)),
                QueueCodes.occasions(row.getLong(first + 2)),
                Optional.ofNullable(row.getString(first + 3)));
        return new QueuedRecipient(
                row.getInt(first),
                addressee,
                RecipientState.of(row.getInt(first + 4)),
                row.getInt(first + 5),
                Instant.ofEpochMilli(row.getLong(first + 6)),
                Instant.ofEpochMilli(row.getLong(first + 7)),
                row.getInt(first + 8) != 0);
    }

    /** Ends the claims and notes the next attempts; returns those that were still there. */
    static List<Settlement> defer(Connection tx, List<Settlement> deferred) throws SQLException {
        String sql = "UPDATE queue_recipient SET attempts = ?, next_at = ?, claimed = 0, delay_told = ?"
                + " WHERE queue_id = ? AND position = ? AND state IN (0, 1)";
        List<Settlement> there = new ArrayList<>();
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (Settlement settlement : deferred) {
                if (settlement.result() instanceof Settlement.Result.Deferred(Instant next, boolean delayTold)) {
                    statement.setLong(1, settlement.recipient().attempts() + 1L);
                    statement.setLong(2, next.toEpochMilli());
                    statement.setLong(3, delayTold ? 1 : 0);
                    statement.setLong(4, settlement.message().queueId());
                    statement.setLong(5, settlement.recipient().position());
                    if (statement.executeUpdate() > 0) {
                        there.add(settlement);
                    }
                }
            }
        }
        return there;
    }

    /** Where a recipient of a message that is not over yet stands now; false when it is not there any more. */
    static boolean close(Connection tx, long queueId, int position, RecipientState state) throws SQLException {
        String sql = "UPDATE queue_recipient SET state = ?, claimed = 0 WHERE queue_id = ? AND position = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, state.code());
            statement.setLong(2, queueId);
            statement.setLong(3, position);
            return statement.executeUpdate() > 0;
        }
    }

    /** Lets a recipient wait from {@code nextAt} on, or holds it. */
    static void open(Connection tx, long queueId, int position, RecipientState state, long nextAt) throws SQLException {
        String sql =
                "UPDATE queue_recipient SET state = ?, claimed = 0, next_at = ? WHERE queue_id = ? AND position = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, state.code());
            statement.setLong(2, nextAt);
            statement.setLong(3, queueId);
            statement.setLong(4, position);
            statement.executeUpdate();
        }
    }

    static boolean anyOpen(Connection tx, long queueId) throws SQLException {
        String sql = "SELECT 1 FROM queue_recipient WHERE queue_id = ? AND state IN (0, 1) LIMIT 1";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, queueId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
