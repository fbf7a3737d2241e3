// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.delivery.Outgoing;
import org.fumibako.model.DomainName;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.client.Smarthost;
import org.fumibako.smtp.queue.QueueConfig;
import tools.jackson.databind.JsonNode;

/** The tables {@code [queue]} and {@code [relay]} of the configuration. */
final class OutboundReader {
    private static final Set<String> SMARTHOST = Set.of("smarthost", "tls", "user", "password_file");

    private final Faults faults;
    private final PathReader paths;

    /** Makes the exception that names the line of a key. */
    interface Faults {
        ConfigurationException wrong(String key, String what);
    }

    /** Resolves a file that must be readable. */
    interface PathReader {
        Path readable(String key, String name) throws ConfigurationException;
    }

    OutboundReader(Faults faults, PathReader paths) {
        this.faults = faults;
        this.paths = paths;
    }

    Outbound read(JsonNode queue, JsonNode relay) throws ConfigurationException {
        known(queue, Set.of("lifetime_days", "delay_notice_hours", "connections", "connections_per_domain"), "queue.");
        QueueConfig standard = QueueConfig.DEFAULT;
        int connections = number(queue, "connections", standard.connections(), 2_000);
        int perDomain =
                number(queue, "connections_per_domain", Math.min(standard.perDestination(), connections), connections);
        QueueConfig config = new QueueConfig(
                connections,
                perDomain,
                standard.window(),
                standard.schedule(),
                Duration.ofHours(number(
                        queue,
                        "delay_notice_hours",
                        (int) standard.delayNotice().toHours(),
                        720)));
        Duration lifetime = Duration.ofDays(number(queue, "lifetime_days", (int) Outgoing.LIFETIME.toDays(), 30));
        return new Outbound(config, lifetime, hops(relay), new Outbound.Network.Internet());
    }

    private NextHops hops(JsonNode relay) throws ConfigurationException {
        known(relay, Set.of("smarthost", "tls", "user", "password_file", "domain"), "relay.");
        Map<DomainName, Optional<Smarthost>> domains = new HashMap<>();
        JsonNode perDomain = relay.path("domain");
        for (String name : perDomain.propertyNames()) {
            JsonNode entry = perDomain.path(name);
            known(entry, SMARTHOST, "relay.domain.");
            DomainName domain = DomainName.parse(name)
                    .orElseThrow(() -> faults.wrong("[relay.domain.\"" + name, "\"" + name + "\" is not a domain"));
            domains.put(domain, smarthost(entry));
        }
        return new NextHops(domains, smarthost(relay));
    }

    /** None when there is no host, or when it is empty: straight to the domain's own servers. */
    private Optional<Smarthost> smarthost(JsonNode table) throws ConfigurationException {
        String place = table.path("smarthost").asString("");
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int colon = place.lastIndexOf(':');
        Optional<Smarthost.Credentials> credentials = credentials(table);
        try {
            int port = Integer.parseInt(place.substring(colon + 1));
            String host = place.substring(0, Math.max(0, colon)).replaceAll("[\\[\\]]", "");
            return Optional.of(new Smarthost(host, port, tls(table, port), credentials));
        } catch (NumberFormatException notAPort) {
            throw faults.wrong("smarthost", "\"" + place + "\" is not HOST:PORT, such as smtp.example.net:587");
        } catch (IllegalArgumentException refused) {
            throw faults.wrong("smarthost", String.valueOf(refused.getMessage()));
        }
    }

    private Smarthost.Tls tls(JsonNode table, int port) throws ConfigurationException {
        String standard = port == 465 ? "implicit" : "required";
        return switch (table.path("tls").asString(standard)) {
            case "implicit" -> Smarthost.Tls.IMPLICIT;
            case "required" -> Smarthost.Tls.REQUIRED;
            case "opportunistic" -> Smarthost.Tls.OPPORTUNISTIC;
            case "none" -> Smarthost.Tls.NONE;
            default -> throw faults.wrong("tls", "tls is one of implicit, required, opportunistic, none");
        };
    }

    private Optional<Smarthost.Credentials> credentials(JsonNode table) throws ConfigurationException {
        String user = table.path("user").asString("");
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Path file = paths.readable("password_file", table.path("password_file").asString(""));
        try {
            return Optional.of(
                    new Smarthost.Credentials(user, Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw faults.wrong("password_file", "cannot be read: " + unreadable.getMessage());
        }
    }

    private int number(JsonNode table, String key, int standard, int most) throws ConfigurationException {
        JsonNode value = table.path(key);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > most) {
            throw faults.wrong(key, key + " is 1 to " + most);
        }
        return value.asInt();
    }

    private void known(JsonNode table, Set<String> keys, String prefix) throws ConfigurationException {
        for (String key : table.propertyNames()) {
            if (!keys.contains(key)) {
                throw faults.wrong(key, "there is no key \"" + prefix + key + "\"");
            }
        }
    }
}
