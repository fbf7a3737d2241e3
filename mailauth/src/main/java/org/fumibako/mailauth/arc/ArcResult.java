// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.dkim.DkimReason;
import org.fumibako.model.DomainName;

/**
 * What is known about the chain of a message: for Authentication-Results, the policy that decides about forwarded mail, and
 * {@link ArcSealer}.
 *
 * @param cause what is wrong with the signature or seal that {@code reason} speaks of
 * @param newest the highest instance that was seen, 0 without a chain
 * @param oldestPass the oldest instance from which on the message is unchanged, 0 when it never was changed (RFC 8617 §5.2)
 * @param hops who sealed, first to last; only for a chain that passes, as otherwise nobody can be believed
 */
public record ArcResult(ArcReason reason, Optional<DkimReason> cause, int newest, int oldestPass, List<Hop> hops) {
    /**
     * One sealer.
     *
     * @param domain d= of the seal
     * @param selector s= of the seal
     * @param results what it saw: its Authentication-Results behind {@code i=..;}, raw, unfolded; at most {@link #MAX_RESULTS}
     *     characters
     */
    public record Hop(DomainName domain, String selector, String results) {
        /** Results with a dozen of signatures have 2,000 characters. */
        public static final int MAX_RESULTS = 8_192;
    }

    public ArcResult {
        hops = List.copyOf(hops);
    }

    public ArcVerdict verdict() {
        return reason.verdict();
    }

    /** Whether another look may find another verdict, as DNS gave no answer. */
    public boolean temporary() {
        return cause.filter(DkimReason.DNS_FAILED::equals).isPresent();
    }
}
