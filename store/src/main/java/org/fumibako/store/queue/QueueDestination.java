// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * A domain that mail in the queue goes to.
 *
 * @param waiting recipients that wait or are being tried; {@code held} are kept back, {@code underway} are being tried now
 * @param next when the first of those that wait is due; empty when all are held or under way
 * @param last what came of the latest attempt for any of them
 */
public record QueueDestination(
        DomainName domain,
        long waiting,
        long held,
        long underway,
        Instant oldest,
        Optional<Instant> next,
        Optional<QueueAttempt> last) {}
