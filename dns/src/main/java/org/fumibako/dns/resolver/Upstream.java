// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.net.InetSocketAddress;

/**
 * A recursive server to ask.
 *
 * @param trusted whether its word on DNSSEC is believed: true only for a validating resolver that is reached over a path nobody can
 *     tamper with, such as one on this machine (RFC 4035 §4.9.3)
 */
public record Upstream(InetSocketAddress address, boolean trusted) {}
