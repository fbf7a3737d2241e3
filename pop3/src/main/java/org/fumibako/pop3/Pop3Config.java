// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import java.time.Duration;
import org.fumibako.net.ListenerConfig;

/**
 * How one POP3 port is served.
 *
 * @param listener address, TLS (STLS on 110, implicit on 995) and connection limits
 * @param autologout silence after sign-in that ends the session; RFC 1939 §3 wants at least ten minutes
 */
public record Pop3Config(ListenerConfig listener, Duration autologout) {
    /** What one connection too many is told, for {@link ListenerConfig#withLimits}. */
    public static final String BUSY_LINE = "-ERR [SYS/TEMP] Too many connections\r\n";

    /** With the ten minutes of the standard. */
    public Pop3Config(ListenerConfig listener) {
        this(listener, Pop3Limits.AUTOLOGOUT);
    }
}
