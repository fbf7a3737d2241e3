// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Steering;

/** Does what people want to some of the recipients in the queue: as many as one transaction should hold. */
record SteerChange(Steering what, QueueFilter filter, Origin by) implements Change<Integer> {
    /** Recipients in one change; deliveries wait meanwhile. */
    static final int BATCH = 500;

    @Override
    public Collection<AccountId> accounts() {
        return List.of();
    }

    private record Found(QueuedMessage message, QueuedRecipient recipient) {}

    @Override
    public Integer apply(Group group) throws SQLException {
        Connection tx = group.queueConnection();
        List<Found> found = find(tx, group.now());
        Map<QueuedMessage, List<Integer>> positions = new LinkedHashMap<>();
        for (Found one : found) {
            change(tx, one, group.now());
            positions
                    .computeIfAbsent(one.message(), _ -> new ArrayList<>())
                    .add(one.recipient().position());
            group.journal(one.message().owner().account(), by, event(one));
        }
        List<QueuedMessage> over = new ArrayList<>();
        for (QueuedMessage message : positions.keySet()) {
            if (what != Steering.RETRY) {
                group.record(new LogEvent.QueueChanged(message.queueId(), positions.get(message), after()));
            }
            if (what == Steering.CANCEL && !QueueRecipientRows.anyOpen(tx, message.queueId())) {
                over.add(message);
            }
        }
        QueueMessageRows.delete(tx, over, group.now());
        return found.size();
    }

    private List<Found> find(Connection tx, long now) throws SQLException {
        QueueWhere where = QueueWhere.of(filter).and(allowed(now));
        String sql = "SELECT " + QueueMessageRows.COLUMNS + ", " + QueueRecipientRows.COLUMNS
                + " FROM queue_recipient r JOIN queue_message m ON m.queue_id = r.queue_id WHERE " + where.sql()
                + " ORDER BY r.queue_id, r.position LIMIT " + BATCH;
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Found(
                            QueueMessageRows.message(row),
                            QueueRecipientRows.recipient(row, QueueMessageRows.WIDTH + 1)));
                }
                return found;
            }
        }
    }

    /** What is being tried needs no push, but may be held or cancelled: then nothing more is tried. */
    private String allowed(long now) {
        return switch (what) {
            case RETRY -> "r.state = 0 AND r.claimed = 0 AND r.next_at > " + now;
            case HOLD -> "r.state = 0";
            case RELEASE -> "r.state = 1";
            case CANCEL -> "r.state IN (0, 1)";
        };
    }

    private void change(Connection tx, Found one, long now) throws SQLException {
        long id = one.message().queueId();
        int position = one.recipient().position();
        if (what == Steering.CANCEL) {
            QueueRecipientRows.close(tx, id, position, after());
        } else {
            QueueRecipientRows.open(tx, id, position, after(), now);
        }
    }

    private RecipientState after() {
        return switch (what) {
            case RETRY, RELEASE -> RecipientState.WAITING;
            case HOLD -> RecipientState.HELD;
            case CANCEL -> RecipientState.CANCELLED;
        };
    }

    private OutgoingEvent event(Found one) {
        long id = one.message().queueId();
        EmailAddress recipient = one.recipient().addressee().address();
        return switch (what) {
            case RETRY, RELEASE -> new OutgoingEvent.Released(id, recipient);
            case HOLD -> new OutgoingEvent.Held(id, recipient);
            case CANCEL -> new OutgoingEvent.Cancelled(id, recipient);
        };
    }
}
