// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;

/**
 * How long is waited for another server. A limit covers a whole reply, however slowly it comes.
 *
 * @param connect until its system answers
 * @param greeting RFC 5321 §4.5.3.2.1
 * @param hello for EHLO and HELO, which the RFC gives no limit of its own
 * @param tls for the whole handshake
 * @param auth for one step of AUTH (RFC 4954 §4)
 * @param mail RFC 5321 §4.5.3.2.2
 * @param rcpt RFC 5321 §4.5.3.2.3
 * @param dataInitiation RFC 5321 §4.5.3.2.4
 * @param dataBlock for one write (RFC 5321 §4.5.3.2.5)
 * @param dataTermination for the reply to the message: ending too early makes duplicates (RFC 5321 §4.5.3.2.6)
 * @param patience for all replies of one transaction up to the message: a server that answers each of a hundred RCPT after four
 *     minutes keeps every single limit
 */
public record ClientTimeouts(
        Duration connect,
        Duration greeting,
        Duration hello,
        Duration tls,
        Duration auth,
        Duration mail,
        Duration rcpt,
        Duration dataInitiation,
        Duration dataBlock,
        Duration dataTermination,
        Duration patience) {
    /** Those of the RFC. */
    public static final ClientTimeouts STANDARD = new ClientTimeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20));

    /** One limit for everything, for tests. */
    public static ClientTimeouts all(Duration limit) {
        return new ClientTimeouts(limit, limit, limit, limit, limit, limit, limit, limit, limit, limit, limit);
    }

    Duration of(Stage stage) {
        return switch (stage) {
            case ROUTING, CONNECT -> connect;
            case GREETING -> greeting;
            case EHLO -> hello;
            case TLS -> tls;
            case AUTH -> auth;
            case MAIL -> mail;
            case RCPT -> rcpt;
            case DATA -> dataInitiation;
            case END_OF_DATA -> dataTermination;
        };
    }
}
