// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import org.fumibako.net.ListenerConfig;

/**
 * How one port is served.
 *
 * @param listener address, certificate and connection limits
 */
public record ManageSieveConfig(ListenerConfig listener) {
    /** What one connection too many is told, for {@link ListenerConfig#withLimits}. */
    public static final String BUSY_LINE = "BYE (TRYLATER) \"Too many connections\"\r\n";
}
