// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The client's TLS: one context for each way to trust. Safe for any number of threads. */
final class ClientTls {
    private final SSLContext anybody;
    private final SSLContext webPki;

    /** @param webPki trusts the public authorities */
    ClientTls(SSLContext webPki) {
        this.webPki = webPki;
        this.anybody = context(new TrustsAnybody());
    }

    /** @param host whose certificate is wanted */
    SSLContext context(TlsDemand.Trust trust, String host) {
        return switch (trust) {
            case TlsDemand.Trust.Anybody _ -> anybody;
            case TlsDemand.Trust.WebPki _ -> webPki;
            case TlsDemand.Trust.Dane dane -> context(new DaneTrust(dane.records(), host));
        };
    }

    static TlsProtection.Verification verification(TlsDemand.Trust trust) {
        return switch (trust) {
            case TlsDemand.Trust.Anybody _ -> TlsProtection.Verification.NONE;
            case TlsDemand.Trust.WebPki _ -> TlsProtection.Verification.WEB_PKI;
            case TlsDemand.Trust.Dane _ -> TlsProtection.Verification.DANE;
        };
    }

    private static SSLContext context(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Opportunistic TLS keeps listeners out; whoever could forge a certificate could as well hide STARTTLS (RFC 7435 §3). */
    private static final class TrustsAnybody extends ServerTrust {
        @Override
        void check(X509Certificate[] chain) {}
    }

    /** A trust manager for clients with one rule, whatever the socket. */
    abstract static class ServerTrust extends X509ExtendedTrustManager {
        abstract void check(X509Certificate[] chain) throws CertificateException;

        @Override
        public final void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public final void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public final void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public final void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public final void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public final void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public final X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
