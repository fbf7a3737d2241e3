// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.fumibako.model.DomainName;

/** Compares the certificates that a server showed with its TLSA records (RFC 7672 §3). */
public final class Dane {
    /** Certificates that are looked at; real chains have two to four. */
    static final int MAX_CHAIN = 10;

    private Dane() {}

    /**
     * @param records the TLSA records of {@code _25._tcp} before the exchange's name, proven by DNSSEC
     * @param chain what the server showed, its own certificate first
     * @param names those that its certificate may be for: the exchange and the domain of the recipient (RFC 7672 §3.2.2); only
     *     asked when an authority matched, because a record about the server's own key stands for itself (RFC 7672 §3.1.1)
     * @param now for the validity of what an authority signed
     */
    public static DaneVerdict verify(
            List<TlsaRecord> records, List<X509Certificate> chain, Set<DomainName> names, Instant now) {
        List<TlsaRecord> usable = records.stream().filter(TlsaRecord::usable).toList();
        if (usable.isEmpty()) {
            return DaneVerdict.UNUSABLE;
        }
        List<X509Certificate> looked = chain.subList(0, Math.min(chain.size(), MAX_CHAIN));
        boolean match = !looked.isEmpty()
                && usable.stream()
                        .anyMatch(record -> record.usage() == TlsaRecord.DANE_EE
                                ? matches(record, looked.getFirst())
                                : isUnder(record, looked, names, now));
        return match ? DaneVerdict.MATCH : DaneVerdict.MISMATCH;
    }

    /** RFC 7672 §3.1.2: the authority is in the chain, everything below it is sound, and the name is right. */
    private static boolean isUnder(TlsaRecord record, List<X509Certificate> chain, Set<DomainName> names, Instant now) {
        for (int i = 1; i < chain.size(); i++) {
            if (matches(record, chain.get(i)) && leadsTo(chain.get(i), chain.subList(0, i), now)) {
                return CertificateNames.of(chain.getFirst()).covers(names);
            }
        }
        return false;
    }

    private static boolean leadsTo(X509Certificate authority, List<X509Certificate> below, Instant now) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return true;
        } catch (GeneralSecurityException unsound) {
            return false;
        }
    }

    private static boolean matches(TlsaRecord record, X509Certificate certificate) {
        try {
            byte[] selected = record.selector() == 0
                    ? certificate.getEncoded()
                    : certificate.getPublicKey().getEncoded();
            byte[] shown = switch (record.matching()) {
                case TlsaRecord.SHA_256 -> MessageDigest.getInstance("SHA-256").digest(selected);
                case TlsaRecord.SHA_512 -> MessageDigest.getInstance("SHA-512").digest(selected);
                default -> selected;
            };
            return MessageDigest.isEqual(shown, record.data());
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }
}
