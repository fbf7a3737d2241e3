// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.Content;
import org.fumibako.store.pack.Location;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;

/** Finds what a claim gives to send: the message, those of its recipients that still wait, and where the octets lie. */
final class QueueContents {
    private QueueContents() {}

    record Found(QueuedMessage message, List<QueuedRecipient> recipients, Location location, long skip) {}

    static Optional<Found> find(Connection connection, Claim claim) throws SQLException {
        List<QueuedRecipient> recipients = recipients(connection, claim);
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        String sql = "SELECT " + QueueMessageRows.COLUMNS + ", m.skip, " + ContentRows.LOCATION
                + " FROM queue_message m JOIN content c ON c.content_id = m.content_id"
                + " JOIN pack p ON p.pack_id = c.pack_id WHERE m.queue_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, claim.queueId());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException(
                            "message " + QueuedMessage.name(claim.queueId()) + " of the queue is lost");
                }
                int skip = QueueMessageRows.WIDTH + 1;
                return Optional.of(new Found(
                        QueueMessageRows.message(row),
                        recipients,
                        ContentRows.location(row, skip + 1),
                        row.getLong(skip)));
            }
        }
    }

    private static List<QueuedRecipient> recipients(Connection connection, Claim claim) throws SQLException {
        String sql = "SELECT " + QueueRecipientRows.COLUMNS
                + " FROM queue_recipient r WHERE r.queue_id = ? AND r.state = 0 AND r.claimed = 1 AND r.next_at = ?"
                + " ORDER BY r.position";
        Set<Integer> wanted = new HashSet<>(claim.positions());
        List<QueuedRecipient> recipients = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, claim.queueId());
            statement.setLong(2, claim.until().toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (wanted.contains(row.getInt(1))) {
                        recipients.add(QueueRecipientRows.recipient(row, 1));
                    }
                }
            }
        }
        return recipients;
    }

    /** Content from some octet on. */
    record Tail(Content whole, long skip) implements Content {
        @Override
        public long size() {
            return whole.size() - skip;
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            long from = Math.clamp(offset, 0, size());
            return whole.open(skip + from, Math.clamp(length, 0, size() - from));
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
