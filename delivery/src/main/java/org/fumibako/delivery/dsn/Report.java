// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;

/**
 * What a notification says.
 *
 * @param to who is told
 * @param arrived when the message was accepted
 * @param envelopeId ENVID, decoded
 * @param recipients at least one
 * @param original the message
 * @param full whether all of it is given back, or its header only
 * @param occasion how the message came to be on its way
 */
record Report(
        EmailAddress to,
        Instant arrived,
        Optional<String> envelopeId,
        List<Reported> recipients,
        Content original,
        boolean full,
        Occasion occasion) {
    /** How the message came to be on its way, and where it is now. */
    enum Occasion {
        /** Whoever is told has sent it. */
        SENT,
        /** An account forwarded it, whose owner is told, and has it. */
        FORWARDED,
        /** An account forwarded it and did not keep it; it is in its mailbox again. */
        PUT_BACK
    }

    Report {
        recipients = List.copyOf(recipients);
    }

    /** Of a message that was sent. */
    Report(
            EmailAddress to,
            Instant arrived,
            Optional<String> envelopeId,
            List<Reported> recipients,
            Content original,
            boolean full) {
        this(to, arrived, envelopeId, recipients, original, full, Occasion.SENT);
    }

    /** The gravest of what happened, which names the whole. */
    Action worst() {
        return recipients.stream().map(Reported::action).min(Action::compareTo).orElse(Action.FAILED);
    }
}
