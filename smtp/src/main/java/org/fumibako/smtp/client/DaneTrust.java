// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.fumibako.mailauth.dane.Dane;
import org.fumibako.mailauth.dane.DaneVerdict;

/** Trusts the certificates that a host's TLSA records name, and no public authority (RFC 7672 §3.1). */
final class DaneTrust extends ServerTrust {
    private final TlsDemand.Trust.Dane demand;

    DaneTrust(TlsDemand.Trust.Dane demand) {
        this.demand = demand;
    }

    @Override
    void check(X509Certificate[] chain) throws CertificateException {
        // Against the system's clock, as the JDK does with every other chain.
        DaneVerdict verdict = Dane.verify(demand.records(), List.of(chain), demand.names(), Instant.now());
        if (verdict != DaneVerdict.MATCH) {
            throw new CertificateException("no TLSA record names the server's certificate");
        }
    }
}
