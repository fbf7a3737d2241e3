// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The names a certificate is for. */
final class CertificateNames {
    /** GeneralName's tag of a DNS name (RFC 5280 §4.2.1.6). */
    private static final int DNS_NAME = 2;

    private CertificateNames() {}

    /** Whether one of its DNS names is the host, or stands for it with {@code *} as its first label (RFC 9525 §6.3). */
    static boolean cover(X509Certificate certificate, String host) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null) {
            return false;
        }
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        for (List<?> name : names) {
            if (name.get(0) instanceof Integer type && type == DNS_NAME && name.get(1) instanceof String text) {
                String given = text.toLowerCase(Locale.ROOT);
                if (given.equals(wanted) || (dot > 0 && given.equals("*" + wanted.substring(dot)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
