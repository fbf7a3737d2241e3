// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.util.List;
import org.fumibako.api.endpoint.Names;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.WorldCheck;

/** 外部DNS: the records that a domain should have, and whether the world sees them. */
record WorldView(List<Seen> records) {
    /**
     * One record.
     *
     * @param standing {@code there}, {@code different}, {@code missing} or {@code unknown}
     * @param found what is there instead
     */
    record Seen(DnsRow record, String standing, List<String> found) {}

    static WorldView of(DomainName domain, List<WorldCheck.Finding> findings) {
        return new WorldView(findings.stream()
                .map(finding -> new Seen(
                        DnsRow.of(domain, finding.record(), null, "automatic"),
                        Names.kebab(finding.standing()),
                        finding.found().stream().map(DnsRow::content).toList()))
                .toList());
    }
}
