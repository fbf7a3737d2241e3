// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;

/**
 * Everything that a zone is made of but the configuration.
 *
 * @param members the domains in it, the apex first
 */
record ZoneContent(List<ZoneMember> members, List<OwnRecord> own) {
    ZoneContent {
        members = List.copyOf(members);
        own = List.copyOf(own);
    }

    DomainName domain() {
        return members.getFirst().name();
    }

    DnsName apex() {
        return DnsName.of(domain());
    }
}
