// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What DNS says of a domain's mail, at a glance.
 *
 * @param nameServers whom the world asks, as it was last seen
 * @param settledAt when everybody has seen the last change of name servers; null when nothing is under way
 * @param mx whether mail comes here, by our zone; another server's zone is not asked here
 * @param dmarc {@code none}, {@code quarantine}, {@code reject}; empty when nothing is published
 */
record DomainState(
        String name,
        Delegation nameServers,
        @Nullable Instant settledAt,
        boolean mx,
        boolean spf,
        Signing dkim,
        String dmarc) {
    /** Whose the name servers are. */
    enum Delegation {
        OURS,
        PARTLY_OURS,
        ELSEWHERE,
        NOT_DELEGATED,
        UNKNOWN
    }

    /** Whether mail is signed. */
    enum Signing {
        ON,
        /** Keys are being made. */
        WAITING,
        OFF
    }
}
