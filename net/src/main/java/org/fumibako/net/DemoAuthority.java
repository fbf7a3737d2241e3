// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.model.DomainName;

/**
 * A certificate authority for trying things out, with one certificate for this server. What is missing is made at
 * {@link #load()}; what is there is kept, and the server's certificate renewed before it expires.
 *
 * <p>In its directory: {@code ca.pem}, which clients are told to trust, {@code ca-key.pem}, {@code server.pem} (chain) and
 * {@code server-key.pem}; keys have mode 0600. One process at a time.
 */
public final class DemoAuthority implements CertificateSource {
    /** The server's certificate is made anew when less than this is left. */
    static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String SERVER_KEY = "server-key.pem";
    private static final String CA_KEY = "ca-key.pem";

    private final Path directory;
    private final List<DomainName> names;
    private final Clock clock;
    private final SecureRandom random;

    /** @param names the host first; each is also covered one level down, as {@code *.name} */
    public DemoAuthority(Path directory, List<DomainName> names, Clock clock, SecureRandom random) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a certificate needs a name");
        }
        this.directory = directory;
        this.names = List.copyOf(names);
        this.clock = clock;
        this.random = random;
    }

    /** The authority's own certificate, for clients to trust; there once {@link #load()} has returned. */
    public Path caCertificate() {
        return directory.resolve("ca.pem");
    }

    @Override
    public synchronized List<TlsCertificate> load() throws IOException {
        Files.createDirectories(directory);
        if (!Files.exists(caCertificate()) || !Files.exists(file(CA_KEY))) {
            Files.deleteIfExists(serverCertificate());
            makeAuthority();
        }
        if (!Files.exists(serverCertificate()) || !Files.exists(file(SERVER_KEY)) || outdated()) {
            makeServerCertificate();
        }
        return List.of(server());
    }

    private TlsCertificate server() throws IOException {
        return PemFiles.read(serverCertificate(), file(SERVER_KEY));
    }

    private boolean outdated() throws IOException {
        TlsCertificate server = server();
        Instant limit = clock.instant().plus(RENEW_BEFORE);
        return server.expiry().isBefore(limit) || !server.names().equals(dnsNames());
    }

    private void makeAuthority() throws IOException {
        try {
            TlsCertificate authority = DemoCertificates.authority(clock.instant(), random);
            PemWriter.writeKey(file(CA_KEY), authority.key());
            PemWriter.writeChain(caCertificate(), authority.chain());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make a certificate authority in " + directory, e);
        }
    }

    private void makeServerCertificate() throws IOException {
        TlsCertificate authority = PemFiles.read(caCertificate(), file(CA_KEY));
        try {
            TlsCertificate server = DemoCertificates.server(authority, dnsNames(), clock.instant(), random);
            PemWriter.writeKey(file(SERVER_KEY), server.key());
            PemWriter.writeChain(serverCertificate(), server.chain());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make a server certificate in " + directory, e);
        }
    }

    private Set<String> dnsNames() {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(name.ascii()));
        names.forEach(name -> all.add("*." + name.ascii()));
        all.add("localhost");
        return all;
    }

    private Path serverCertificate() {
        return file("server.pem");
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
