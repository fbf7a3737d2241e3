// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Optional;
import org.fumibako.model.BodyType;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;

/**
 * What MAIL said of a message.
 *
 * @param sender empty for {@code <>}
 * @param body what the body was declared to hold
 * @param smtpUtf8 whether it needs SMTPUTF8 (RFC 6531 §3.4)
 * @param ret what a notification gives back (RFC 3461 §4.3)
 * @param envelopeId ENVID, decoded (RFC 3461 §4.4)
 */
public record QueueEnvelope(
        Optional<EmailAddress> sender,
        BodyType body,
        boolean smtpUtf8,
        Optional<DsnReturn> ret,
        Optional<String> envelopeId) {
    /** Of plain lines, with nothing asked about notifications. */
    public static QueueEnvelope of(Optional<EmailAddress> sender) {
        return new QueueEnvelope(sender, BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty());
    }
}
