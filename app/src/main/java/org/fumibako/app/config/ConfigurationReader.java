// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.app.config.Configuration.Abroad;
import org.fumibako.app.config.Configuration.Certificate;
import org.fumibako.app.config.Configuration.PostgreSql;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads {@code fumibako.toml}. A key that is not known is a mistake, not a wish for the future. */
public final class ConfigurationReader {
    private final Path file;
    private final List<String> lines;

    private ConfigurationReader(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads and checks the file; relative paths in it are taken from the file's own directory. */
    public static Configuration read(Path file) throws ConfigurationException {
        try {
            List<String> lines = Files.readAllLines(file);
            return new ConfigurationReader(file, lines).configuration();
        } catch (NoSuchFileException missing) {
            throw new ConfigurationException(file, 0, "there is no such file");
        } catch (IOException unreadable) {
            throw new ConfigurationException(file, 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Configuration configuration() throws ConfigurationException {
        JsonNode root = parse();
        known(
                root,
                Set.of(
                        "host",
                        "data",
                        "max_message_mb",
                        "proxies",
                        "listen",
                        "tls",
                        "acme",
                        "database",
                        "dns",
                        "queue",
                        "relay",
                        "authentication",
                        "abroad",
                        "http",
                        "filter"),
                "");
        Map<Service, InetSocketAddress> listen = listen(root.path("listen"));
        DomainName host = host(root);
        return new Configuration(
                host,
                resolve(required(root, "data")),
                listen,
                certificates(root.path("tls")),
                database(root.path("database")),
                maxMessage(root.path("max_message_mb")),
                networks("proxies", root.path("proxies")),
                new DnsReader(this).read(root.path("dns"), host, listen.keySet()),
                List.of(),
                new OutboundReader(this::wrong, this::readable).read(root.path("queue"), root.path("relay")),
                dmarc(root.path("authentication")),
                abroad(root.path("abroad")),
                http(root.path("http")),
                new FilterReader(this).read(root.path("filter")),
                new AcmeReader(this).read(root));
    }

    private JsonNode parse() throws ConfigurationException {
        try {
            return new TomlMapper().readTree(String.join("\n", lines));
        } catch (JacksonException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new ConfigurationException(file, line, "is not TOML: " + wrong.getOriginalMessage());
        }
    }

    private DomainName host(JsonNode root) throws ConfigurationException {
        String name = required(root, "host");
        return DomainName.parse(name).orElseThrow(() -> wrong("host", "\"" + name + "\" is not a host name"));
    }

    private Map<Service, InetSocketAddress> listen(JsonNode table) throws ConfigurationException {
        Map<Service, InetSocketAddress> listen = new EnumMap<>(Service.class);
        List<String> keys = new ArrayList<>();
        for (Service service : Service.values()) {
            keys.add(service.key());
            JsonNode value = table.path(service.key());
            if (!value.isMissingNode()) {
                listen.put(service, address(service.key(), value.asString()));
            }
        }
        known(table, Set.copyOf(keys), "listen.");
        if (listen.isEmpty()) {
            throw wrong("[listen]", "nothing listens; give at least one of " + String.join(", ", keys));
        }
        return listen;
    }

    InetSocketAddress address(String key, String text) throws ConfigurationException {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port >= 0 && port <= 65_535) {
                return new InetSocketAddress(InetAddress.ofLiteral(text.substring(0, colon)), port);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, with the line.
        }
        throw wrong(key, "\"" + text + "\" is not ADDRESS:PORT, such as 0.0.0.0:25 or [::]:25");
    }

    private List<Certificate> certificates(JsonNode list) throws ConfigurationException {
        List<Certificate> certificates = new ArrayList<>();
        for (JsonNode entry : list) {
            known(entry, Set.of("certificate", "key"), "tls.");
            Path chain = readable("certificate", required(entry, "certificate"));
            certificates.add(new Certificate(chain, readable("key", required(entry, "key"))));
        }
        return certificates;
    }

    private Optional<PostgreSql> database(JsonNode table) throws ConfigurationException {
        if (table.isMissingNode()) {
            return Optional.empty();
        }
        known(table, Set.of("url", "user", "password_file"), "database.");
        String url = required(table, "url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw wrong("url", "the database URL begins with jdbc:postgresql:");
        }
        Path password = readable("password_file", required(table, "password_file"));
        try {
            return Optional.of(new PostgreSql(
                    url, required(table, "user"), Files.readString(password).strip()));
        } catch (IOException unreadable) {
            throw wrong("password_file", "cannot be read: " + unreadable.getMessage());
        }
    }

    private ByteSize maxMessage(JsonNode value) throws ConfigurationException {
        if (value.isMissingNode()) {
            return Configuration.DEFAULT_MAX_MESSAGE;
        }
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > 1_000) {
            throw wrong("max_message_mb", "the largest message is 1 to 1000 MB");
        }
        return ByteSize.ofMegabytes(value.asInt());
    }

    private Authentication.Mode dmarc(JsonNode table) throws ConfigurationException {
        known(table, Set.of("dmarc"), "authentication.");
        String mode = table.path("dmarc").asString("enforce");
        return switch (mode) {
            case "enforce" -> Authentication.Mode.ENFORCE;
            case "report" -> Authentication.Mode.REPORT;
            default -> throw wrong("dmarc", "\"" + mode + "\" is neither \"enforce\" nor \"report\"");
        };
    }

    private HttpSettings http(JsonNode table) throws ConfigurationException {
        known(table, Set.of("plain", "trusted_proxies"), "http.");
        String word = table.path("plain").asString("redirect");
        boolean plain = switch (word) {
            case "redirect" -> false;
            case "serve" -> true;
            default -> throw wrong("plain", "\"" + word + "\" is neither \"redirect\" nor \"serve\"");
        };
        return new HttpSettings(plain, networks("trusted_proxies", table.path("trusted_proxies")));
    }

    private List<AddressBlock> networks(String key, JsonNode list) throws ConfigurationException {
        List<AddressBlock> networks = new ArrayList<>();
        for (JsonNode network : list) {
            String text = network.asString();
            networks.add(AddressBlock.parse(text)
                    .orElseThrow(() -> wrong(key, "\"" + text + "\" is not a network, such as 192.0.2.0/24")));
        }
        return networks;
    }

    private Abroad abroad(JsonNode table) throws ConfigurationException {
        known(table, Set.of("home", "exempt", "unknown", "private", "countries"), "abroad.");
        Set<String> home = new HashSet<>();
        for (JsonNode country : table.path("home")) {
            String code = country.asString();
            if (!code.matches("[A-Z]{2}")) {
                throw wrong("home", "\"" + code + "\" is not a country, such as JP");
            }
            home.add(code);
        }
        List<Path> files = new ArrayList<>();
        for (JsonNode name : table.path("countries")) {
            files.add(readable("countries", name.asString()));
        }
        CountrySettings standard = CountrySettings.DEFAULT;
        CountrySettings settings = new CountrySettings(
                home.isEmpty() ? standard.home() : home,
                networks("exempt", table.path("exempt")),
                allowed(table, "unknown", standard.unknownAllowed()),
                allowed(table, "private", standard.privateAllowed()));
        return new Abroad(settings, files);
    }

    private boolean allowed(JsonNode table, String key, boolean standard) throws ConfigurationException {
        String word = table.path(key).asString(standard ? "allow" : "refuse");
        if (!word.equals("allow") && !word.equals("refuse")) {
            throw wrong(key, "\"" + key + "\" is \"allow\" or \"refuse\"");
        }
        return word.equals("allow");
    }

    String required(JsonNode table, String key) throws ConfigurationException {
        JsonNode value = table.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            throw wrong(key, "\"" + key + "\" is missing");
        }
        return value.asString();
    }

    Path readable(String key, String name) throws ConfigurationException {
        Path path = resolve(name);
        if (!Files.isReadable(path)) {
            throw wrong(key, path + " cannot be read");
        }
        return path;
    }

    private Path resolve(String name) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? Path.of(name) : directory.resolve(name).normalize();
    }

    void known(JsonNode table, Set<String> keys, String prefix) throws ConfigurationException {
        for (String key : table.propertyNames()) {
            if (!keys.contains(key)) {
                throw wrong(key, "there is no key \"" + prefix + key + "\"");
            }
        }
    }

    ConfigurationException wrong(String key, String what) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(key) || line.startsWith("\"" + key + "\"")) {
                return new ConfigurationException(file, i + 1, what);
            }
        }
        return new ConfigurationException(file, 0, what);
    }
}
