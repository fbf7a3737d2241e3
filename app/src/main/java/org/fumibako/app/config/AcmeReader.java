// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.fumibako.acme.AcmeSettings;
import tools.jackson.databind.JsonNode;

/** Reads {@code [acme]}. */
final class AcmeReader {
    private final ConfigurationReader reader;

    AcmeReader(ConfigurationReader reader) {
        this.reader = reader;
    }

    Optional<AcmeSettings> read(JsonNode root) throws ConfigurationException {
        JsonNode table = root.path("acme");
        if (table.isMissingNode()) {
            return Optional.empty();
        }
        reader.known(table, Set.of("directory", "contact", "trust", "terms"), "acme.");
        if (!root.path("tls").isMissingNode()) {
            throw reader.wrong("[acme]", "certificates are either issued or files: leave out [acme] or [[tls]]");
        }
        if (root.path("listen").path("http").isMissingNode()) {
            throw reader.wrong("[acme]", "the authority asks over HTTP: let http listen, on port 80");
        }
        if (!table.path("terms").asString("").equals("agreed")) {
            throw reader.wrong("[acme]", "the authority has terms; when you have read them, write terms = \"agreed\"");
        }
        String contact = table.path("contact").asString("");
        String trust = table.path("trust").asString("");
        return Optional.of(new AcmeSettings(
                directory(table), contact.isEmpty() ? Optional.empty() : Optional.of(contact), trust(trust)));
    }

    private Optional<Path> trust(String name) throws ConfigurationException {
        return name.isEmpty() ? Optional.empty() : Optional.of(reader.readable("trust", name));
    }

    private URI directory(JsonNode table) throws ConfigurationException {
        String text = table.path("directory").asString(AcmeSettings.LETS_ENCRYPT.toString());
        try {
            URI directory = URI.create(text);
            if ("https".equals(directory.getScheme()) && directory.getHost() != null) {
                return directory;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, with the line.
        }
        throw reader.wrong("directory", "\"" + text + "\" is not the https address of an ACME directory");
    }
}
