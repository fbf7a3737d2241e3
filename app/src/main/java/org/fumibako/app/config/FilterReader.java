// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.filter.scan.Door;
import org.fumibako.model.DomainName;
import tools.jackson.databind.JsonNode;

/** Reads {@code [filter]}. */
final class FilterReader {
    private static final int MAX_PATIENCE = 60;
    private static final int MAX_LISTS = 10;

    private final ConfigurationReader reader;

    FilterReader(ConfigurationReader reader) {
        this.reader = reader;
    }

    FilterSettings read(JsonNode table) throws ConfigurationException {
        reader.known(
                table,
                Set.of("rspamd", "spamassassin", "clamav", "timeout_seconds", "blocklists", "link_blocklists"),
                "filter.");
        Optional<URI> rspamd = server(table.path("rspamd"));
        Optional<Door> spamd = door("spamassassin", table.path("spamassassin"));
        if (rspamd.isPresent() && spamd.isPresent()) {
            throw reader.wrong("spamassassin", "one other spam filter is enough: rspamd or spamassassin");
        }
        return new FilterSettings(
                rspamd,
                spamd,
                door("clamav", table.path("clamav")),
                patience(table.path("timeout_seconds")),
                lists("blocklists", table.path("blocklists")),
                lists("link_blocklists", table.path("link_blocklists")));
    }

    private Optional<URI> server(JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(value.asString());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, with the line.
        }
        throw reader.wrong("rspamd", "\"" + value.asString() + "\" is not a server, such as http://127.0.0.1:11333");
    }

    /** {@code ADDRESS:PORT}, or {@code unix:/path} of a socket. */
    private Optional<Door> door(String key, JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = value.asString();
        return Optional.of(
                text.startsWith("unix:/")
                        ? Door.of(Path.of(text.substring("unix:".length())))
                        : Door.of(reader.address(key, text)));
    }

    private Duration patience(JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return FilterSettings.PATIENCE;
        }
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > MAX_PATIENCE) {
            throw reader.wrong("timeout_seconds", "mail waits 1 to " + MAX_PATIENCE + " seconds for other programs");
        }
        return Duration.ofSeconds(value.asInt());
    }

    private List<DomainName> lists(String key, JsonNode list) throws ConfigurationException {
        List<DomainName> zones = new ArrayList<>();
        for (JsonNode zone : list) {
            String text = zone.asString();
            zones.add(DomainName.parse(text)
                    .orElseThrow(() -> reader.wrong(key, "\"" + text + "\" is not the zone of a blocklist")));
        }
        if (zones.size() > MAX_LISTS) {
            throw reader.wrong(key, "at most " + MAX_LISTS + " lists are asked about each message");
        }
        return zones;
    }
}
