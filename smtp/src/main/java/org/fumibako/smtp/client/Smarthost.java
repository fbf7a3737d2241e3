// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.Optional;

/**
 * A server that takes our mail and sends it on; needed where a network lets nobody out to port 25 (OP25B).
 *
 * @param host a name (its addresses count, not its MX records), an IPv4 address, or an IPv6 address without brackets
 * @param port 587 for submission, 465 for implicit TLS, or any other
 * @param credentials what to sign in with; never sent but under TLS
 */
public record Smarthost(String host, int port, Tls tls, Optional<Credentials> credentials) {
    public Smarthost {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("smarthost " + host + ":" + port);
        }
        if (credentials.isPresent() && !tls.required()) {
            throw new IllegalArgumentException("a password is sent under TLS only");
        }
    }

    /** How the connection is protected. */
    public enum Tls {
        /** Without TLS, even where it is offered: for a server on the same machine. */
        NONE,
        /** STARTTLS when offered, whoever answers. */
        OPPORTUNISTIC,
        /** STARTTLS with a certificate that is valid for the host. */
        REQUIRED,
        /** TLS from the first octet, with a certificate that is valid for the host (RFC 8314 §3.3). */
        IMPLICIT;

        /** Whether nothing is sent before a verified handshake. */
        public boolean required() {
            return this == REQUIRED || this == IMPLICIT;
        }
    }

    /** A name and a password for AUTH (RFC 4954). */
    public record Credentials(String user, String password) {
        /** Without the password, for logs. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }
}
