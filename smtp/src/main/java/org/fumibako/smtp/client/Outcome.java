// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/** What became of a message for one recipient, and the attempt that decided it. */
public sealed interface Outcome {
    Attempt attempt();

    /**
     * The server answers for the message now.
     *
     * @param dsn whether it was told which notifications the sender wants, and sends them; else they are ours (RFC 3461 §5.2.2)
     */
    record Delivered(Attempt attempt, boolean dsn) implements Outcome {
        /** By a server that sends no notifications. */
        public Delivered(Attempt attempt) {
            this(attempt, false);
        }
    }

    /** Not now; the same may work later. */
    record Deferred(Attempt attempt) implements Outcome {
        /**
         * The message was sent whole and the reply got lost: the server may have taken it, so that the next attempt may be a
         * duplicate (RFC 1047). Nothing that a sender can do tells these cases apart.
         */
        public boolean perhapsDelivered() {
            return attempt.stage() == Stage.END_OF_DATA && attempt.reply().isEmpty();
        }
    }

    /** Never like this: the sender has to be told. */
    record Refused(Attempt attempt) implements Outcome {}
}
