// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import org.fumibako.journal.Protocol;

/** What the server is for the one who connects. */
public enum SmtpService {
    /** Other servers bring mail for our domains. */
    MX(Protocol.SMTP),
    /** Our users send, after STARTTLS (port 587). */
    SUBMISSION(Protocol.SUBMISSION),
    /** Our users send, TLS from the first octet (port 465, RFC 8314 §3.3). */
    SUBMISSIONS(Protocol.SUBMISSION),
    /** A neighbour hands over mail for local mailboxes (RFC 2033). */
    LMTP(Protocol.LMTP);

    private final Protocol protocol;

    SmtpService(Protocol protocol) {
        this.protocol = protocol;
    }

    Protocol protocol() {
        return protocol;
    }

    boolean submits() {
        return protocol == Protocol.SUBMISSION;
    }

    boolean lmtp() {
        return this == LMTP;
    }
}
