// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fumibako.mailauth.dane.TlsaRecord;

/**
 * Trusts the certificates that a host's TLSA records name, and no authority (RFC 7672 §3.1). With DANE-EE the record is all there
 * is: neither names nor dates in the certificate count (§3.1.1). With DANE-TA the certificate must be for the host, and lead to the
 * named authority, which the server has to send along (§3.1.2).
 */
final class DaneTrust extends ClientTls.ServerTrust {
    private final List<TlsaRecord> records;
    private final String host;

    /** @param records usable ones */
    DaneTrust(List<TlsaRecord> records, String host) {
        this.records = records;
        this.host = host;
    }

    @Override
    void check(X509Certificate[] chain) throws CertificateException {
        for (TlsaRecord record : records) {
            if (record.usage() == TlsaRecord.DANE_EE && names(record, chain[0])) {
                return;
            }
        }
        for (int i = 1; i < chain.length; i++) {
            if (namedAuthority(chain[i]) && leadsTo(chain, i) && CertificateNames.cover(chain[0], host)) {
                return;
            }
        }
        throw new CertificateException("no TLSA record of " + host + " names its certificate");
    }

    private boolean namedAuthority(X509Certificate certificate) throws CertificateException {
        for (TlsaRecord record : records) {
            if (record.usage() == TlsaRecord.DANE_TA && names(record, certificate)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a record's data is that of the certificate, or of its key (RFC 6698 §2.1). */
    private static boolean names(TlsaRecord record, X509Certificate certificate) throws CertificateException {
        byte[] octets = record.selector() == 0
                ? certificate.getEncoded()
                : certificate.getPublicKey().getEncoded();
        try {
            byte[] compared = switch (record.matching()) {
                case 1 -> MessageDigest.getInstance("SHA-256").digest(octets);
                case 2 -> MessageDigest.getInstance("SHA-512").digest(octets);
                default -> octets;
            };
            return Arrays.equals(compared, record.data());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-2", e);
        }
    }

    /** Whether signatures, dates and constraints hold from the server's certificate up to the authority at {@code anchor}. */
    private static boolean leadsTo(X509Certificate[] chain, int anchor) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(chain[anchor], null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertPath(Arrays.asList(chain).subList(0, anchor)),
                            parameters);
            return true;
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }
}
