// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;

/**
 * A message that was received whole. Whoever made the content closes it.
 *
 * @param mailbox which one it is filed in
 */
public record Arrival(Envelope envelope, Content content, Trace trace, Origin origin, SpecialUse mailbox) {
    /** A message for the INBOX. */
    public Arrival(Envelope envelope, Content content, Trace trace, Origin origin) {
        this(envelope, content, trace, origin, SpecialUse.INBOX);
    }

    /**
     * What the Received field says of the way it came (RFC 5321 §4.4).
     *
     * @param client the name and address of the other server; empty when they are nobody's business (a user's own device)
     * @param with the transmission type (RFC 3848): {@code ESMTPS}
     * @param id names the transaction in log and journal
     */
    public record Trace(Optional<Client> client, String with, String id) {}

    /** A peer by its own word and by its address. */
    public record Client(String helo, InetAddress address) {}

    Arrival withContent(Content other) {
        return new Arrival(envelope, other, trace, origin, mailbox);
    }

    Arrival withEnvelope(Envelope other) {
        return new Arrival(other, content, trace, origin, mailbox);
    }

    Arrival in(SpecialUse other) {
        return new Arrival(envelope, content, trace, origin, other);
    }
}
