// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/** The connection is of no use any more. */
sealed class DialogueException extends Exception permits ChunkingRefusedException, HandshakeException {
    private static final long serialVersionUID = 1;

    // Exceptions are serializable in name only here; nothing serializes them.
    private final transient Attempt attempt;

    DialogueException(Attempt attempt) {
        super(attempt.words());
        this.attempt = attempt;
    }

    /** How it ended. */
    Attempt attempt() {
        return attempt;
    }

    /** What it means for a message that nobody else takes. */
    Outcome outcome() {
        return attempt.status().statusClass() == 5 ? new Outcome.Refused(attempt) : new Outcome.Deferred(attempt);
    }
}
