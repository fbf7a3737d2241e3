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
 */
record Report(
        EmailAddress to,
        Instant arrived,
        Optional<String> envelopeId,
        List<Reported> recipients,
        Content original,
        boolean full) {
    Report {
        recipients = List.copyOf(recipients);
    }

    /** The gravest of what happened, which names the whole. */
    Action worst() {
        return recipients.stream().map(Reported::action).min(Action::compareTo).orElse(Action.FAILED);
    }
}
