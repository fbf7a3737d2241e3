// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/**
 * How a connection was protected.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_128_GCM_SHA256}
 */
public record TlsProtection(String protocol, String cipherSuite, Verification verification) {
    /** What is known about who is at the other end. */
    public enum Verification {
        /** Nothing: it keeps listeners out, not impostors (RFC 7435). */
        NONE,
        /** A certificate for the host from an authority that we trust; what MTA-STS and smarthosts want. */
        WEB_PKI,
        /** A certificate that the host's TLSA records name (RFC 7672). */
        DANE
    }

    /** {@code TLSv1.3 TLS_AES_128_GCM_SHA256}. */
    @Override
    public String toString() {
        return protocol + " " + cipherSuite;
    }
}
