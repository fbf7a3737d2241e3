// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long is waited for another server. The limit of a stage covers a whole reply, however slowly it comes.
 *
 * @param stages the limit for each
 * @param dataBlock for one write of the message's octets
 * @param patience for all replies of one transaction up to the message: a server that answers each of a hundred RCPT after four
 *     minutes keeps every single limit
 */
public record ClientTimeouts(Map<Stage, Duration> stages, Duration dataBlock, Duration patience) {
    /** For the server's system to answer; the RFC leaves it to TCP, which may take minutes. */
    public static final Duration CONNECT = Duration.ofSeconds(30);

    /** RFC 5321 §4.5.3.2.1. */
    public static final Duration GREETING = Duration.ofMinutes(5);

    /** For EHLO and HELO, which the RFC gives no limit of its own. */
    public static final Duration HELLO = Duration.ofMinutes(5);

    /** For the whole TLS handshake, and the reply to STARTTLS. */
    public static final Duration TLS = Duration.ofMinutes(1);

    /** For one step of AUTH: a server may slow it down on purpose, but not as much as this. */
    public static final Duration AUTH = Duration.ofMinutes(2);

    /** RFC 5321 §4.5.3.2.2. */
    public static final Duration MAIL = Duration.ofMinutes(5);

    /** RFC 5321 §4.5.3.2.3. */
    public static final Duration RCPT = Duration.ofMinutes(5);

    /** RFC 5321 §4.5.3.2.4. */
    public static final Duration DATA_INITIATION = Duration.ofMinutes(2);

    /** RFC 5321 §4.5.3.2.5. */
    public static final Duration DATA_BLOCK = Duration.ofMinutes(3);

    /** To give up on the reply to the message too early makes duplicates (RFC 5321 §4.5.3.2.6). */
    public static final Duration DATA_TERMINATION = Duration.ofMinutes(10);

    public static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Those above. */
    public static final ClientTimeouts STANDARD = new ClientTimeouts(
            Map.of(
                    Stage.CONNECT, CONNECT,
                    Stage.GREETING, GREETING,
                    Stage.EHLO, HELLO,
                    Stage.TLS, TLS,
                    Stage.AUTH, AUTH,
                    Stage.MAIL, MAIL,
                    Stage.RCPT, RCPT,
                    Stage.DATA, DATA_INITIATION,
                    Stage.END_OF_DATA, DATA_TERMINATION),
            DATA_BLOCK,
            PATIENCE);

    public ClientTimeouts {
        stages = Map.copyOf(stages);
    }

    /** For everything that one delivery does; after that what is left is tried again later. */
    Duration errand() {
        return patience.multipliedBy(3);
    }

    /** Another limit for one stage. */
    public ClientTimeouts with(Stage stage, Duration limit) {
        Map<Stage, Duration> changed = new EnumMap<>(stages);
        changed.put(stage, limit);
        return new ClientTimeouts(changed, dataBlock, patience);
    }

    /** The limit for a stage; without one of its own, what is left to the others has to do. */
    Duration of(Stage stage) {
        return stages.getOrDefault(stage, patience);
    }
}
