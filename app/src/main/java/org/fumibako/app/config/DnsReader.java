// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.resolver.Forward;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.dns.server.DnsServerConfig.RateLimit;
import org.fumibako.dns.server.Secondary;
import org.fumibako.dns.server.TsigKey;
import org.fumibako.model.DomainName;
import tools.jackson.databind.JsonNode;

/** Reads {@code [dns]}. */
final class DnsReader {
    private static final int PORT = 53;
    private static final int MAX_RATE = 1_000_000;

    private final ConfigurationReader file;

    DnsReader(ConfigurationReader file) {
        this.file = file;
    }

    DnsSettings read(JsonNode table, DomainName host, Set<Service> listening) throws ConfigurationException {
        file.known(
                table,
                Set.of(
                        "upstream",
                        "trust_upstream",
                        "rate_limit",
                        "zones",
                        "forward",
                        "secondary",
                        "customers",
                        "blocklists"),
                "dns.");
        boolean trusted = table.path("trust_upstream").asBoolean(false);
        return new DnsSettings(
                upstreams("upstream", table.path("upstream"), trusted),
                forwards(table.path("forward")),
                rate(table.path("rate_limit")),
                zones(table.path("zones")),
                secondaries(table.path("secondary")),
                Optional.of(new CustomerZoneReader(file, host, listening).read(table.path("customers"))),
                blocklists(table.path("blocklists")));
    }

    private List<DomainName> blocklists(JsonNode list) throws ConfigurationException {
        List<DomainName> blocklists = new ArrayList<>();
        for (JsonNode zone : list) {
            blocklists.add(DomainName.parse(zone.asString())
                    .orElseThrow(() -> file.wrong("blocklists", "\"" + zone.asString() + "\" is not a domain")));
        }
        return blocklists;
    }

    private List<Upstream> upstreams(String key, JsonNode list, boolean trusted) throws ConfigurationException {
        List<Upstream> upstreams = new ArrayList<>();
        for (JsonNode server : list) {
            upstreams.add(new Upstream(address(key, server.asString()), trusted));
        }
        return upstreams;
    }

    private List<Forward> forwards(JsonNode list) throws ConfigurationException {
        List<Forward> forwards = new ArrayList<>();
        for (JsonNode entry : list) {
            file.known(entry, Set.of("name", "upstream", "trust_upstream"), "dns.forward.");
            boolean trusted = entry.path("trust_upstream").asBoolean(false);
            List<Upstream> upstreams = upstreams("upstream", entry.path("upstream"), trusted);
            if (upstreams.isEmpty()) {
                throw file.wrong("[[dns.forward]]", "\"upstream\" is missing");
            }
            forwards.add(new Forward(name(entry, "name"), upstreams));
        }
        return forwards;
    }

    private RateLimit rate(JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return RateLimit.DEFAULT;
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > MAX_RATE) {
            throw file.wrong("rate_limit", "the rate is 0 (no limit) to " + MAX_RATE + " answers a second");
        }
        return new RateLimit(value.asInt(), RateLimit.DEFAULT.slip());
    }

    private List<Path> zones(JsonNode list) throws ConfigurationException {
        List<Path> zones = new ArrayList<>();
        for (JsonNode zone : list) {
            zones.add(file.readable("zones", zone.asString()));
        }
        return zones;
    }

    private List<Secondary> secondaries(JsonNode list) throws ConfigurationException {
        List<Secondary> secondaries = new ArrayList<>();
        for (JsonNode entry : list) {
            file.known(entry, Set.of("address", "key", "secret_file"), "dns.secondary.");
            InetSocketAddress address = address("address", file.required(entry, "address"));
            secondaries.add(new Secondary(address, key(entry)));
        }
        return secondaries;
    }

    private TsigKey key(JsonNode entry) throws ConfigurationException {
        Path secret = file.readable("secret_file", file.required(entry, "secret_file"));
        try {
            return TsigKey.ofBase64(name(entry, "key"), Files.readString(secret).strip());
        } catch (IOException | IllegalArgumentException unusable) {
            throw file.wrong("secret_file", "is no secret in Base64 of 16 octets or more");
        }
    }

    private DnsName name(JsonNode entry, String key) throws ConfigurationException {
        String text = file.required(entry, key);
        return DnsName.parse(text).orElseThrow(() -> file.wrong(key, "\"" + text + "\" is not a name"));
    }

    /** An address, with or without a port. */
    private InetSocketAddress address(String key, String text) throws ConfigurationException {
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(text), PORT);
        } catch (IllegalArgumentException withPort) {
            return file.address(key, text);
        }
    }
}
