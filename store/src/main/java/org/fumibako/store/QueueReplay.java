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
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;

/** The part of {@link Replay} that is about mail for other servers. Attempts are in no record, so they begin anew. */
final class QueueReplay {
    private QueueReplay() {}

    static void queued(Connection tx, LogEvent.Queued queued) throws SQLException {
        if (message(tx, queued.queueId()).isPresent()) {
            return;
        }
        Posting posting = queued.posting();
        Instant acceptedAt = Instant.ofEpochMilli(queued.acceptedAt());
        QueuedMessage message = new QueuedMessage(
                queued.queueId(),
                posting.envelope(),
                posting.owner(),
                acceptedAt,
                posting.addressees().size(),
                Math.max(0, size(tx, queued.contentId()) - posting.skip()));
        List<QueueRecipientRows.NewRecipient> recipients = new ArrayList<>();
        for (Addressee addressee : posting.addressees()) {
            QueuedRecipient recipient = new QueuedRecipient(
                    recipients.size(), addressee, RecipientState.WAITING, 0, acceptedAt, posting.expires(), false);
            recipients.add(new QueueRecipientRows.NewRecipient(
                    queued.queueId(), recipient, posting.owner().lane(), false));
        }
        QueueMessageRows.insert(
                tx, List.of(new QueueMessageRows.NewMessage(message, queued.contentId(), posting.skip())));
        QueueRecipientRows.insert(tx, recipients);
    }

    static void changed(Connection tx, LogEvent.QueueChanged changed, long now) throws SQLException {
        for (int position : changed.positions()) {
            if (changed.state().open()) {
                QueueRecipientRows.open(tx, changed.queueId(), position, changed.state(), now);
            } else {
                QueueRecipientRows.close(tx, changed.queueId(), position, changed.state());
            }
        }
        Optional<QueuedMessage> message = message(tx, changed.queueId());
        if (message.isPresent() && !QueueRecipientRows.anyOpen(tx, changed.queueId())) {
            QueueMessageRows.delete(tx, List.of(message.get()), now);
        }
    }

    private static Optional<QueuedMessage> message(Connection tx, long queueId) throws SQLException {
        String sql = "SELECT " + QueueMessageRows.COLUMNS + " FROM queue_message m WHERE m.queue_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, queueId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(QueueMessageRows.message(row)) : Optional.empty();
            }
        }
    }

    /** Octets of a content; 0 when compaction dropped it, as it does with mail that is over. */
    private static long size(Connection tx, long contentId) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement("SELECT size FROM content WHERE content_id = ?")) {
            statement.setLong(1, contentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
