// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** An authority with certificates for any names, and clients that trust it. */
final class TlsFixture {
    private final SecureRandom random = new SecureRandom();
    private final TlsCertificate authority;

    TlsFixture() {
        try {
            authority = DemoCertificates.authority(Instant.now(), random);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    TlsCertificate certificate(String... names) {
        try {
            return DemoCertificates.server(
                    authority, new java.util.LinkedHashSet<>(List.of(names)), Instant.now(), random);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    TlsContexts contexts(TlsCertificate... certificates) throws IOException {
        return new TlsContexts(() -> List.of(certificates));
    }

    /** A client's context of its own: it has no session to resume. */
    SSLSocketFactory freshClient() {
        return trusting().getSocketFactory();
    }

    /** A new context that trusts the authority and nobody else. */
    SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.leaf());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts TLS over a connected socket and asks for a name. */
    SSLSocket over(Socket plain, String name) throws IOException {
        SSLSocket socket = (SSLSocket) freshClient().createSocket(plain, name, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    static Socket connect(Listener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    static Set<String> namesShownTo(SSLSocket client) throws IOException {
        X509Certificate leaf = (X509Certificate) client.getSession().getPeerCertificates()[0];
        return new TlsCertificate(new NoKey(), List.of(leaf)).names();
    }

    /** A peer's certificate comes without its key. */
    private record NoKey() implements java.security.PrivateKey {
        @Override
        public String getAlgorithm() {
            return "none";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
