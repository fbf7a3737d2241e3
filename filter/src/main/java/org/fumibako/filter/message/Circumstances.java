// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.Findings;
import org.fumibako.model.EmailAddress;

/**
 * How a message came.
 *
 * @param client the server that brought it; empty when that is not known
 * @param helo what it called itself, or empty
 * @param sender of the envelope, empty for {@code <>}
 * @param recipients of the envelope, those here
 * @param findings of its authentication; empty when nobody looked
 */
public record Circumstances(
        Optional<InetAddress> client,
        String helo,
        Optional<EmailAddress> sender,
        List<EmailAddress> recipients,
        Optional<Findings> findings,
        Instant received) {
    public Circumstances {
        recipients = List.copyOf(recipients);
    }

    /** Of a message of which nothing is known but its octets. */
    public static Circumstances unknown(Instant received) {
        return new Circumstances(Optional.empty(), "", Optional.empty(), List.of(), Optional.empty(), received);
    }
}
