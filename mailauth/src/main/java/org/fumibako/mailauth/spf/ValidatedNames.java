// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/** The client's names that lead back to its address (RFC 7208 §5.5); looked up once for an evaluation, when first wanted. */
final class ValidatedNames {
    private static final String UNKNOWN = "unknown";

    private final SpfLookups lookups;
    private final InetAddress client;
    private List<DnsName> names = List.of();
    private boolean known;

    ValidatedNames(SpfLookups lookups, InetAddress client) {
        this.lookups = lookups;
        this.client = client;
    }

    /** An error of DNS leaves a name out, or all (RFC 7208 §5.5). */
    List<DnsName> all() {
        if (!known) {
            known = true;
            Answer answer = lookups.ofName(DnsName.reverse(client), RecordType.PTR);
            List<DnsName> validated = new ArrayList<>();
            answer.all(RecordData.Ptr.class).stream()
                    .map(RecordData.Ptr::host)
                    .limit(SpfLimits.NAMES)
                    .filter(this::leadsBack)
                    .forEach(validated::add);
            names = validated;
        }
        return names;
    }

    private boolean leadsBack(DnsName name) {
        RecordType type = AddressText.isFour(client) ? RecordType.A : RecordType.AAAA;
        return SpfLookups.addresses(lookups.ofName(name, type)).contains(client);
    }

    /** For the macro p (RFC 7208 §7.3): the domain itself before a name under it before any other. */
    String nearest(DnsName domain) {
        if (all().contains(domain)) {
            return domain.text();
        }
        return all().stream()
                .filter(name -> name.isUnder(domain))
                .findFirst()
                .or(() -> all().stream().findFirst())
                .map(DnsName::text)
                .orElse(UNKNOWN);
    }
}
