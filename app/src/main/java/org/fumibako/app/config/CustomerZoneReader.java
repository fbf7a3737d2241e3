// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.zone.MailService;
import org.fumibako.registry.zone.StsPolicy;
import org.fumibako.registry.zone.ZoneSettings;
import tools.jackson.databind.JsonNode;

/** Reads {@code [dns.customers]}: what stands in every customer's zone. */
final class CustomerZoneReader {
    private final ConfigurationReader file;
    private final DomainName host;
    private final Set<Service> listening;

    CustomerZoneReader(ConfigurationReader file, DomainName host, Set<Service> listening) {
        this.file = file;
        this.host = host;
        this.listening = listening;
    }

    ZoneSettings read(JsonNode table) throws ConfigurationException {
        file.known(
                table,
                Set.of(
                        "name_servers",
                        "host_addresses",
                        "contact",
                        "spf_include",
                        "dmarc_reports",
                        "tls_reports",
                        "mta_sts"),
                "dns.customers.");
        ZoneSettings least = ZoneSettings.of(host);
        List<DomainName> servers = names("name_servers", table.path("name_servers"));
        return new ZoneSettings(
                host,
                addresses(table.path("host_addresses")),
                servers.isEmpty() ? least.nameServers() : servers,
                contact(table.path("contact"), least.contact()),
                names("spf_include", table.path("spf_include")),
                address("dmarc_reports", table.path("dmarc_reports")),
                address("tls_reports", table.path("tls_reports")),
                sts(table.path("mta_sts")),
                services(listening));
    }

    /** What mail programs can connect to. */
    static Set<MailService> services(Set<Service> listening) {
        Set<MailService> services = EnumSet.noneOf(MailService.class);
        for (Service service : listening) {
            switch (service) {
                case SUBMISSION -> services.add(MailService.SUBMISSION);
                case SUBMISSIONS -> services.add(MailService.SUBMISSIONS);
                case IMAP -> services.add(MailService.IMAP);
                case IMAPS -> services.add(MailService.IMAPS);
                case POP3 -> services.add(MailService.POP3);
                case POP3S -> services.add(MailService.POP3S);
                case SMTP, LMTP, SIEVE, DNS, HTTP, HTTPS, METRICS -> {}
            }
        }
        return services;
    }

    private List<DomainName> names(String key, JsonNode list) throws ConfigurationException {
        List<DomainName> names = new ArrayList<>();
        for (JsonNode name : list) {
            String text = name.asString();
            names.add(DomainName.parse(text)
                    .orElseThrow(() -> file.wrong(key, "\"" + text + "\" is not a host or domain name")));
        }
        return names;
    }

    private List<InetAddress> addresses(JsonNode list) throws ConfigurationException {
        List<InetAddress> addresses = new ArrayList<>();
        for (JsonNode address : list) {
            try {
                addresses.add(InetAddress.ofLiteral(address.asString()));
            } catch (IllegalArgumentException wrong) {
                throw file.wrong("host_addresses", "\"" + address.asString() + "\" is not an address");
            }
        }
        return addresses;
    }

    /** An SOA has a dot for the {@code @} (RFC 1035 §8), so one before it would be misread. */
    private DnsName contact(JsonNode value, DnsName usual) throws ConfigurationException {
        Optional<EmailAddress> address = address("contact", value);
        if (address.isEmpty()) {
            return usual;
        }
        return DnsName.parse(address.get().localPart() + "." + address.get().domain())
                .filter(_ -> address.get().localPart().indexOf('.') < 0)
                .orElseThrow(() -> file.wrong("contact", "the contact needs an address without a dot before the @"));
    }

    private Optional<EmailAddress> address(String key, JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.parse(value.asString())
                .orElseThrow(() -> file.wrong(key, "\"" + value.asString() + "\" is not an address")));
    }

    private Optional<StsPolicy> sts(JsonNode value) throws ConfigurationException {
        Duration age = StsPolicy.DEFAULT_MAX_AGE;
        String mode = value.asString("none");
        return switch (mode) {
            case "none" -> Optional.empty();
            case "testing" -> Optional.of(new StsPolicy(StsPolicy.Mode.TESTING, age));
            case "enforce" -> Optional.of(new StsPolicy(StsPolicy.Mode.ENFORCE, age));
            default -> throw file.wrong("mta_sts", "\"" + mode + "\" is none of \"none\", \"testing\", \"enforce\"");
        };
    }
}
