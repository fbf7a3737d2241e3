// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.model.DomainName;
import org.fumibako.net.CertificateSource;
import org.fumibako.net.PemFiles;
import org.fumibako.net.PemWriter;
import org.fumibako.net.TlsCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates that were issued, a file each. Until the host's own is among them, another source stands in for it. */
public final class CertificateFiles implements CertificateSource {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateFiles.class);
    private static final String ENDING = ".pem";

    private final Path directory;
    private final DomainName host;
    private final CertificateSource standIn;
    private final Clock clock;

    /** @param standIn what is shown as long as there is no valid certificate of the host */
    public CertificateFiles(Path directory, DomainName host, CertificateSource standIn, Clock clock) {
        this.directory = directory;
        this.host = host;
        this.standIn = standIn;
        this.clock = clock;
    }

    @Override
    public List<TlsCertificate> load() throws IOException {
        List<TlsCertificate> certificates = new ArrayList<>();
        Optional<TlsCertificate> own = find(host).filter(this::isValid);
        if (own.isPresent()) {
            certificates.add(own.get());
        } else {
            certificates.addAll(standIn.load());
        }
        for (DomainName name : names()) {
            if (!name.equals(host)) {
                find(name).filter(this::isValid).ifPresent(certificates::add);
            }
        }
        return certificates;
    }

    private boolean isValid(TlsCertificate certificate) {
        return certificate.expiry().isAfter(clock.instant());
    }

    /** What was last kept for {@code name}, be it out of date; a file that cannot be read counts as none. */
    Optional<TlsCertificate> find(DomainName name) {
        Path file = file(name);
        try {
            return Files.exists(file) ? Optional.of(PemFiles.read(file, file)) : Optional.empty();
        } catch (IOException damaged) {
            LOG.error("acme: {} is of no use, another certificate will be ordered: {}", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Names of what is kept. */
    private List<DomainName> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && name.indexOf('.') < name.length() - ENDING.length())
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .flatMap(name -> DomainName.parse(name).stream())
                    .sorted()
                    .toList();
        }
    }

    void keep(DomainName name, TlsCertificate certificate) throws IOException {
        Files.createDirectories(directory);
        PemWriter.write(file(name), certificate);
    }

    private Path file(DomainName name) {
        return directory.resolve(name.ascii() + ENDING);
    }
}
