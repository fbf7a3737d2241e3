// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;

/**
 * A message that was received whole. Whoever made the content closes it.
 *
 * @param mailbox which one it is filed in
 * @param form what its sender declared of it
 * @param submitter the account that sends it from here; empty for what comes from elsewhere
 */
public record Arrival(
        Envelope envelope,
        Content content,
        Trace trace,
        Origin origin,
        SpecialUse mailbox,
        Form form,
        Optional<Account> submitter) {
    /** A message of plain lines for the INBOX. */
    public Arrival(Envelope envelope, Content content, Trace trace, Origin origin) {
        this(envelope, content, trace, origin, SpecialUse.INBOX, Form.PLAIN, Optional.empty());
    }

    /** From elsewhere. */
    public Arrival(Envelope envelope, Content content, Trace trace, Origin origin, SpecialUse mailbox, Form form) {
        this(envelope, content, trace, origin, mailbox, form, Optional.empty());
    }

    /**
     * What whoever sends it on has to declare again.
     *
     * @param smtpUtf8 whether it needs SMTPUTF8 (RFC 6531 §3.4)
     */
    public record Form(BodyType body, boolean smtpUtf8) {
        public static final Form PLAIN = new Form(BodyType.SEVEN_BIT, false);
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
        return new Arrival(envelope, other, trace, origin, mailbox, form, submitter);
    }

    Arrival withEnvelope(Envelope other) {
        return new Arrival(other, content, trace, origin, mailbox, form, submitter);
    }

    Arrival in(SpecialUse other) {
        return new Arrival(envelope, content, trace, origin, other, form, submitter);
    }

    /** The same, declared to be of another form. */
    public Arrival of(Form other) {
        return new Arrival(envelope, content, trace, origin, mailbox, other, submitter);
    }

    /** The same, submitted by one of our accounts. */
    public Arrival by(Account account) {
        return new Arrival(envelope, content, trace, origin, mailbox, form, Optional.of(account));
    }
}
