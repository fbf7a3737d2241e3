// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Locale;
import org.fumibako.dns.DnsName;

/**
 * A domain that SPF or DKIM speaks for. What failed is not worth mentioning.
 *
 * @param proven false when DNS had no answer: the domain may be proven the next time
 */
public record Identifier(Mechanism mechanism, DnsName domain, boolean proven) {
    /** How it is proven: each has an alignment of its own. */
    public enum Mechanism {
        SPF,
        DKIM
    }

    @Override
    public String toString() {
        return mechanism.name().toLowerCase(Locale.ROOT) + (proven ? "=" : "?") + domain;
    }
}
