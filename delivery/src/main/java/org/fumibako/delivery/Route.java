// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import org.fumibako.model.SmtpReply;

/** Where mail for an address goes. */
public sealed interface Route {
    /** Into mailboxes here. */
    record Local(Envelope.Recipient recipient) implements Route {}

    /** To somebody else's server. */
    record Remote() implements Route {}

    /** Into the mailbox of the account that forwarded it: a bounce, which goes no further. */
    record Returned(Envelope.Recipient recipient) implements Route {}

    /** Nowhere. */
    record Refused(SmtpReply reply) implements Route {}
}
