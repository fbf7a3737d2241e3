// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;

/** What an attempt means for one recipient. */
public record Settlement(QueuedMessage message, QueuedRecipient recipient, Result result, QueueAttempt attempt) {
    /** How it goes on. */
    public sealed interface Result {
        /** Another server has taken it over; if {@code notifiesOn}, it also knows which notifications the sender wants. */
        record Delivered(boolean notifiesOn) implements Result {}

        /** It is tried again. {@code delayTold}: the sender knows now that it takes long. */
        record Deferred(Instant next, boolean delayTold) implements Result {}

        /** Another server will not have it, or nobody could ever take it. */
        record Failed() implements Result {}

        /** Its time is over. */
        record Expired() implements Result {}
    }

    /** Whether nothing more is tried. */
    public boolean closes() {
        return !(result instanceof Result.Deferred);
    }

    /** Where the recipient stands then. */
    public RecipientState state() {
        return switch (result) {
            case Result.Delivered _ -> RecipientState.DELIVERED;
            case Result.Deferred _ -> RecipientState.WAITING;
            case Result.Failed _, Result.Expired _ -> RecipientState.FAILED;
        };
    }
}
