// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A key with its certificate chain, the server's own certificate first.
 *
 * @param chain never empty
 */
public record TlsCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final int SAN_DNS_NAME = 2;

    public TlsCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a certificate chain without certificates");
        }
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** From when on clients refuse it. */
    public Instant expiry() {
        return leaf().getNotAfter().toInstant();
    }

    /** The host names it is good for, in lower case, wildcards as {@code *.example.jp} (RFC 6125 §6.4.3). */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (List<?> name : alternativeNames()) {
            if (name.get(0) instanceof Integer type && type == SAN_DNS_NAME) {
                names.add(name.get(1).toString().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private Collection<List<?>> alternativeNames() {
        try {
            Collection<List<?>> names = leaf().getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("unreadable names in certificate", e);
        }
    }
}
