// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.net.InetSocketAddress;

/** A server that keeps copies of our zones. It is told of changes and may fetch them, both signed with {@code key}. */
public record Secondary(InetSocketAddress address, TsigKey key) {}
