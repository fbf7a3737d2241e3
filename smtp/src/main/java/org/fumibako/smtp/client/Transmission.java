// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;

/**
 * One message on its way to one next hop.
 *
 * @param sender the reverse path; empty for {@code <>}
 * @param recipients at least one; more than a server takes at once are sent in several transactions
 * @param content stays the caller's to close
 * @param body what the body was declared to hold when we took it
 * @param smtpUtf8 whether it was declared to need SMTPUTF8 (RFC 6531 §3.4)
 * @param ret passed on to a server that offers DSN (RFC 3461 §4.3)
 * @param envelopeId ENVID, decoded, passed on likewise (RFC 3461 §4.4)
 */
public record Transmission(
        Optional<EmailAddress> sender,
        List<Recipient> recipients,
        Content content,
        BodyType body,
        boolean smtpUtf8,
        Optional<DsnReturn> ret,
        Optional<String> envelopeId) {
    public Transmission {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a message to nobody");
        }
    }

    /** A message of plain lines with nothing asked about notifications. */
    public static Transmission of(Optional<EmailAddress> sender, List<Recipient> recipients, Content content) {
        return new Transmission(
                sender, recipients, content, BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty());
    }

    /** The same message for some of its recipients. */
    public Transmission to(List<Recipient> some) {
        return new Transmission(sender, some, content, body, smtpUtf8, ret, envelopeId);
    }
}
