// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * What the configuration says of every customer's zone.
 *
 * @param host the server's own name, to which mail and clients are sent
 * @param hostAddresses what {@code mail.<domain>} points to; without any it is another name for the host
 * @param nameServers the first is the primary; never empty
 * @param contact the operator's address in the form of an SOA
 * @param spfIncludes domains of providers through which mail also leaves
 * @param dmarcReports where other servers' reports on our domains go; without it none are asked for
 * @param tlsReports likewise, of how connections were protected
 * @param sts the policy that a web server serves for every domain; without it none is announced
 * @param services what listens
 */
public record ZoneSettings(
        DomainName host,
        List<InetAddress> hostAddresses,
        List<DomainName> nameServers,
        DnsName contact,
        List<DomainName> spfIncludes,
        Optional<EmailAddress> dmarcReports,
        Optional<EmailAddress> tlsReports,
        Optional<StsPolicy> sts,
        Set<MailService> services) {
    public ZoneSettings {
        hostAddresses = List.copyOf(hostAddresses);
        nameServers = List.copyOf(nameServers);
        spfIncludes = List.copyOf(spfIncludes);
        services = Set.copyOf(services);
        if (nameServers.isEmpty()) {
            throw new IllegalArgumentException("a zone has a name server");
        }
    }

    /** The least: the host is the name server, everything listens, and nothing is reported. */
    public static ZoneSettings of(DomainName host) {
        return new ZoneSettings(
                host,
                List.of(),
                List.of(host),
                DnsName.of(host).prepend("postmaster"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(MailService.values()));
    }
}
