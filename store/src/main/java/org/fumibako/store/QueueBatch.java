// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.Settlement;

/** The queue's rows of one group, held back so that they are written together. Transaction thread only. */
final class QueueBatch {
    private final List<QueueMessageRows.NewMessage> messages = new ArrayList<>();
    private final List<QueueRecipientRows.NewRecipient> recipients = new ArrayList<>();
    private final List<Settlement> deferred = new ArrayList<>();
    private final List<Settlement> closed = new ArrayList<>();

    void add(QueueMessageRows.NewMessage message, List<QueueRecipientRows.NewRecipient> to) {
        messages.add(message);
        recipients.addAll(to);
    }

    void settle(Settlement settlement) {
        (settlement.closes() ? closed : deferred).add(settlement);
    }

    void flush(Connection tx, long now) throws SQLException {
        if (!messages.isEmpty()) {
            QueueMessageRows.insert(tx, messages);
            QueueRecipientRows.insert(tx, recipients);
            messages.clear();
            recipients.clear();
        }
        if (!deferred.isEmpty()) {
            QueueAttemptRows.insert(tx, QueueRecipientRows.defer(tx, deferred));
            deferred.clear();
        }
        if (!closed.isEmpty()) {
            close(tx, now);
            closed.clear();
        }
    }

    /** Removes the messages that are over with this; of the others notes which recipients are. */
    private void close(Connection tx, long now) throws SQLException {
        Map<Long, List<Settlement>> byMessage = new LinkedHashMap<>();
        closed.forEach(settlement -> byMessage
                .computeIfAbsent(settlement.message().queueId(), _ -> new ArrayList<>())
                .add(settlement));
        List<QueuedMessage> over = new ArrayList<>();
        for (List<Settlement> ofOne : byMessage.values()) {
            QueuedMessage message = ofOne.getFirst().message();
            if (ofOne.size() < message.recipients() && stillOpen(tx, ofOne)) {
                continue;
            }
            over.add(message);
        }
        if (!over.isEmpty()) {
            QueueMessageRows.delete(tx, over, now);
        }
    }

    private static boolean stillOpen(Connection tx, List<Settlement> ofOne) throws SQLException {
        List<Settlement> tried = new ArrayList<>();
        for (Settlement settlement : ofOne) {
            if (QueueRecipientRows.close(
                    tx, settlement.message().queueId(), settlement.recipient().position(), settlement.state())) {
                tried.add(settlement);
            }
        }
        QueueAttemptRows.insert(tx, tried);
        return QueueRecipientRows.anyOpen(tx, ofOne.getFirst().message().queueId());
    }
}
