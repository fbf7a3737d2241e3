// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.dns.DnsName;
import org.fumibako.mime.MailAddress;
import org.fumibako.model.DomainName;

/**
 * Whose mail a message claims to be (RFC 9989 §4.2): not what our reader makes of the From field, but all that any reader could
 * make of it.
 */
public sealed interface Authors {
    /** Domains that From may name and still be judged; real mail names one. */
    int MAX_DOMAINS = 4;

    /** At least one domain, all of which have to be proven. */
    record Domains(Set<DnsName> all) implements Authors {}

    /** There is no domain in it. */
    record Nobody() implements Authors {}

    /** More From fields than one, or more domains than anybody needs. */
    record TooMany(String what) implements Authors {}

    /** @param fields the raw values of all From fields, as {@code mime.Headers} gives them */
    static Authors of(List<String> fields) {
        if (fields.size() > 1) {
            return new TooMany("From fields");
        }
        Set<DnsName> domains = new LinkedHashSet<>();
        for (String field : fields) {
            for (MailAddress address : MailAddress.parse(field)) {
                String text = address.address();
                DomainName.parse(text.substring(text.lastIndexOf('@') + 1))
                        .filter(domain -> text.indexOf('@') >= 0)
                        .ifPresent(domain -> domains.add(DnsName.of(domain)));
            }
            String text = new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            AtSigns.domains(text, domains);
        }
        if (domains.size() > MAX_DOMAINS) {
            return new TooMany("domains in the From field");
        }
        return domains.isEmpty() ? new Nobody() : new Domains(Set.copyOf(domains));
    }
}
