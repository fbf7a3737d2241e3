// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.QueueAttempt;

/**
 * One recipient of a notification.
 *
 * @param originalRecipient ORCPT as {@code type;address}, decoded
 * @param retryUntil how long it is tried, where it is tried on
 */
record Reported(
        EmailAddress address,
        Optional<String> originalRecipient,
        Action action,
        QueueAttempt attempt,
        Optional<Instant> retryUntil) {}
