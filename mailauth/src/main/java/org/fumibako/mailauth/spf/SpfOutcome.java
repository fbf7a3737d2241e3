// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.Optional;

/**
 * What SPF says of one identity.
 *
 * @param domain the identity's domain, in lower case where it is a name
 * @param reason why, in a sentence or the term that matched; for the journal, not for the peer
 * @param explanation the domain owner's words for a FAIL, printable ASCII (RFC 7208 §6.2)
 */
public record SpfOutcome(
        SpfResult result, Identity identity, String domain, String reason, Optional<String> explanation) {
    /** Whose name was checked (RFC 7208 §2.3, §2.4). */
    public enum Identity {
        HELO,
        MAIL_FROM
    }
}
