// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fumibako.net.PemFiles;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Speaks with an authority whose own certificate only the operator's file vouches for. */
final class TrustingProvider extends GenericAcmeProvider {
    private final Optional<SSLContext> tls;

    TrustingProvider(Optional<Path> trust) throws IOException, GeneralSecurityException {
        this.tls = trust.isEmpty() ? Optional.empty() : Optional.of(trusting(trust.get()));
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        int number = 0;
        for (X509Certificate root : PemFiles.certificates(file)) {
            roots.setCertificateEntry("root" + number++, root);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        if (tls.isEmpty()) {
            return super.createHttpClient(settings);
        }
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.getTimeout())
                .proxy(settings.getProxySelector())
                .sslContext(tls.get())
                .build();
    }
}
