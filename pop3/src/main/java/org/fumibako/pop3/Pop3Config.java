// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import org.fumibako.net.ListenerConfig;

/**
 * How one POP3 port is served.
 *
 * @param listener address, TLS (STLS on 110, implicit on 995) and connection limits
 */
public record Pop3Config(ListenerConfig listener) {
    /** What one connection too many is told, for {@link ListenerConfig#withLimits}. */
    public static final String BUSY_LINE = "-ERR [SYS/TEMP] Too many connections\r\n";
}
