// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.function.Consumer;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.QuotaRule;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.journal.JournalEvent;
import org.fumibako.registry.Authenticator;

/**
 * What the server works with; all of it is shared by the services.
 *
 * @param quota for the largest message that {@link SmtpLimits#message} allows
 * @param door keeps strangers waiting
 * @param journal takes the refusals of the dialogue without blocking
 */
public record SmtpDependencies(
        Router router,
        QuotaRule quota,
        Inbound inbound,
        Submission submission,
        Authenticator authenticator,
        Doorkeeper door,
        Consumer<JournalEvent.Entry> journal) {}
