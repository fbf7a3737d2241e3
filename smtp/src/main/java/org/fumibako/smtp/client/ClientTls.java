// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The client's TLS: one context for each way to trust. Safe for any number of threads. */
final class ClientTls {
    private final SSLContext anybody;
    private final SSLContext webPki;

    /** @param webPki trusts the public authorities */
    ClientTls(SSLContext webPki) {
        this.webPki = webPki;
        this.anybody = context(new TrustsAnybody());
    }

    SSLContext context(TlsDemand.Trust trust) {
        return switch (trust) {
            case TlsDemand.Trust.Anybody _ -> anybody;
            case TlsDemand.Trust.WebPki _ -> webPki;
            case TlsDemand.Trust.Dane dane -> context(new DaneTrust(dane));
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
}
