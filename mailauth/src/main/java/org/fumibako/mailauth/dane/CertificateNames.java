// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fumibako.model.DomainName;

/** The DNS names in a certificate (RFC 6125 §6.4); the common name is not one of them. */
public final class CertificateNames {
    private static final int DNS_NAME = 2;

    private final List<String> names;

    private CertificateNames(List<String> names) {
        this.names = names;
    }

    public static CertificateNames of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.getFirst().equals(DNS_NAME)) {
                        names.add(alternative.get(1).toString().toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (CertificateParsingException unreadable) {
            return new CertificateNames(List.of());
        }
        return new CertificateNames(names);
    }

    /** Whether the certificate is for one of these; {@code *} stands for one whole label at the left (RFC 6125 §6.4.3). */
    public boolean covers(Set<DomainName> wanted) {
        return wanted.stream().anyMatch(this::covers);
    }

    private boolean covers(DomainName wanted) {
        int dot = wanted.ascii().indexOf('.');
        String wildcard = dot < 0 ? "" : "*" + wanted.ascii().substring(dot);
        return names.contains(wanted.ascii()) || names.contains(wildcard);
    }
}
