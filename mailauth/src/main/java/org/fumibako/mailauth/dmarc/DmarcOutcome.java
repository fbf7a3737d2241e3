// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Optional;
import org.fumibako.dns.DnsName;

/**
 * What DMARC says of a message.
 *
 * @param author the domain that was judged; empty when the message names none
 * @param policy what the domain asks for, before sampling and testing; empty without a record
 * @param disposition what is to be done
 * @param reason a sentence for the journal
 */
public record DmarcOutcome(
        DmarcResult result,
        Optional<DnsName> author,
        Optional<DmarcPolicy> policy,
        Disposition disposition,
        String reason) {
    /** Of two domains in one From field the one that fares worse counts. */
    DmarcOutcome worse(DmarcOutcome other) {
        int order = disposition.compareTo(other.disposition);
        boolean first = order != 0 ? order > 0 : severity() >= other.severity();
        return first ? this : other;
    }

    private int severity() {
        return switch (result) {
            case PASS -> 0;
            case NONE -> 1;
            case TEMPERROR -> 2;
            case PERMERROR -> 3;
            case FAIL -> 4;
        };
    }
}
