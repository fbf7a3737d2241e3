// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/** How far a delivery came: what was waited for when it ended. */
public enum Stage {
    /** Finding out which servers take the domain's mail. */
    ROUTING,
    CONNECT,
    GREETING,
    EHLO,
    /** STARTTLS and the handshake. */
    TLS,
    AUTH,
    MAIL,
    RCPT,
    /** The reply to DATA, and the octets of the message. */
    DATA,
    /** The reply to the whole message. */
    END_OF_DATA;

    /** Whether the message has not been spoken of yet: what failed concerns the server, not this message. */
    public boolean beforeMail() {
        return compareTo(MAIL) < 0;
    }
}
