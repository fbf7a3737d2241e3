// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Optional;
import org.fumibako.dns.DnsName;

/** What was found for the domain of an author. */
sealed interface AuthorPolicy {
    DnsName author();

    /** @param policy that applies to this domain */
    record Published(DnsName author, DmarcRecord record, DmarcPolicy policy) implements AuthorPolicy {}

    record None(DnsName author) implements AuthorPolicy {}

    record Unknown(DnsName author, String reason) implements AuthorPolicy {}

    static AuthorPolicy find(DnsName author, PolicyTree tree) {
        try {
            Optional<PolicyTree.Found.Policy> found = tree.policyFor(author);
            if (found.isEmpty()) {
                return new None(author);
            }
            DmarcRecord record = found.get().record();
            boolean own = found.get().domain().equals(author);
            return new Published(
                    author, record, own ? record.policy() : record.forSubdomain(exists(author, record, tree)));
        } catch (PolicyTree.Unanswered unanswered) {
            return new Unknown(author, unanswered.reason());
        }
    }

    private static boolean exists(DnsName author, DmarcRecord record, PolicyTree tree) throws PolicyTree.Unanswered {
        return record.missing().isEmpty() || tree.exists(author);
    }
}
