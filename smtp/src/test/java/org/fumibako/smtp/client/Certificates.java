// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fumibako.model.DomainName;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsCertificate;
import org.fumibako.net.TlsContexts;

/** An authority and a server's certificate from it, made once for all tests of this JVM. */
record Certificates(TlsCertificate server) {
    /** For {@code far.test} and the names below it. */
    static final Certificates FAR = make("far.test");

    /** From another authority, for other names. */
    static final Certificates STRANGE = make("strange.test");

    private static Certificates make(String name) {
        try {
            Path folder = Files.createTempDirectory("fumibako-ca");
            TlsCertificate server = new DemoAuthority(
                            folder, List.of(DomainName.of(name)), Clock.systemUTC(), new SecureRandom())
                    .load()
                    .getFirst();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return new Certificates(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SSLContext serverContext() throws IOException {
        return new TlsContexts(() -> List.of(server)).context();
    }

    X509Certificate authority() {
        return server.chain().getLast();
    }

    /** A context that trusts the authority and nobody else. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
