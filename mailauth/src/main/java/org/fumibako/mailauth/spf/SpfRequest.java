// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/**
 * Who wants to send what, as the dialogue said it.
 *
 * @param client the address of the other server
 * @param helo the argument of HELO or EHLO, whatever it was
 * @param localPart of the MAIL FROM address, without quotes; empty counts as {@code postmaster} (RFC 7208 §4.3)
 * @param domain of the MAIL FROM address; empty for {@code <>}
 */
public record SpfRequest(InetAddress client, String helo, String localPart, String domain) {
    /** @param sender empty for {@code <>} */
    public static SpfRequest of(InetAddress client, String helo, Optional<EmailAddress> sender) {
        return new SpfRequest(
                client,
                helo,
                sender.map(EmailAddress::localPart).orElse(""),
                sender.map(address -> address.domain().ascii()).orElse(""));
    }

    /** The same client by its own name: what is checked for {@code <>} (RFC 7208 §2.4). */
    SpfRequest asHelo() {
        return new SpfRequest(client, helo, "postmaster", helo);
    }
}
