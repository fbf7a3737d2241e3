// SPDX-License-Identifier: Apache-2.0
/**
 * The server's side of SASL (RFC 4422), shared by SMTP, IMAP and POP3: PLAIN (RFC 4616), LOGIN (a convention of old
 * clients) and SCRAM-SHA-256 (RFC 5802, RFC 7677). A protocol only carries octets: it does the base64, the {@code *} of a
 * client that gives up, and decides whether a mechanism may be used without TLS.
 *
 * <p>Channel binding (the {@code -PLUS} names) is not offered. An exchange is confined to its session's thread.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry.sasl;
