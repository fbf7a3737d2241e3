// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fumibako.acme.AcmeIssuer;
import org.fumibako.acme.CertificateKeeper;
import org.fumibako.acme.CertificateState;
import org.fumibako.acme.PointingNames;
import org.fumibako.acme.Renewal;
import org.fumibako.app.config.Configuration;
import org.fumibako.dns.Resolver;
import org.fumibako.net.TlsContexts;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Certificates from an authority, where the configuration names one; else nothing happens. */
public final class Certification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certification.class);

    private final Optional<CertificateKeeper> keeper;

    /** @param names what is asked where customers' names lead */
    Certification(Configuration configuration, Ground ground, Registry registry, Resolver names, Clock clock) {
        this.keeper = configuration
                .acme()
                .flatMap(settings -> ground.issued().map(files -> {
                    SecureRandom random = new SecureRandom();
                    return new CertificateKeeper(
                            new PointingNames(
                                    configuration.host(),
                                    () -> registry.domains().list().stream()
                                            .map(Domain::name)
                                            .toList(),
                                    names),
                            files,
                            new AcmeIssuer(settings, ground.directory().acme(), ground.proofs(), random),
                            new Renewal(random),
                            () -> reload(ground.tls()),
                            clock);
                }));
        keeper.ifPresent(one -> registry.domains().onChange(one::wake));
    }

    private static void reload(TlsContexts tls) {
        try {
            tls.reload();
        } catch (IOException unreadable) {
            LOG.error("the listeners keep their old certificates", unreadable);
        }
    }

    void start() {
        keeper.ifPresent(CertificateKeeper::start);
    }

    /** How the certificates stand that an authority issues; empty where none does, and before the first look. */
    public Collection<CertificateState> states() {
        return keeper.map(CertificateKeeper::states).orElse(List.of());
    }

    @Override
    public void close() {
        keeper.ifPresent(CertificateKeeper::close);
    }
}
