// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.queue;

import java.time.Instant;
import java.util.List;
import org.fumibako.api.endpoint.Names;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueueRow;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a message in the queue.
 *
 * @param id of the message, as logs write it
 * @param state {@code waiting}, {@code held}, {@code delivered}, {@code failed} or {@code cancelled}
 * @param underway whether it is being tried now
 * @param next when it is tried next, while it waits
 * @param words of the other server at the last attempt
 * @param history of one message asked for by itself: what came of each attempt, oldest first
 */
record QueueItem(
        String id,
        String sender,
        String recipient,
        String subject,
        String messageId,
        long size,
        String state,
        boolean underway,
        int attempts,
        Instant accepted,
        @Nullable Instant next,
        Instant expires,
        @Nullable String server,
        @Nullable String words,
        List<Attempt> history) {
    /** One attempt; {@code words} are the other server's own. */
    record Attempt(Instant at, String server, String words) {
        static Attempt of(QueueAttempt attempt) {
            return new Attempt(attempt.at(), attempt.server(), attempt.outcome().toString());
        }
    }

    static QueueItem of(QueueRow row, List<QueueAttempt> history) {
        boolean waiting = row.recipient().state().open();
        return new QueueItem(
                row.message().id(),
                row.message().envelope().sender().map(Object::toString).orElse(""),
                row.recipient().addressee().address().toString(),
                row.subject(),
                row.messageId(),
                row.message().size(),
                Names.kebab(row.recipient().state()),
                row.underway(),
                row.recipient().attempts(),
                row.message().acceptedAt(),
                waiting ? row.recipient().nextAt() : null,
                row.recipient().expires(),
                row.last().map(QueueAttempt::server).orElse(null),
                row.last().map(attempt -> attempt.outcome().toString()).orElse(null),
                history.stream().map(Attempt::of).toList());
    }
}
