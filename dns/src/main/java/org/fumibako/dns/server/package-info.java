// SPDX-License-Identifier: Apache-2.0
/**
 * The authoritative server: answers for the zones of a {@link org.fumibako.dns.server.ZoneSource}, and for nothing else.
 *
 * <p><b>Threading.</b> UDP is served by a few platform threads, each with a socket and buffers of its own; every TCP connection
 * has a virtual thread. What they read is immutable: a change replaces a whole zone at once, so a reader sees the old or the
 * new one, and a transfer goes on with the one it began with.
 *
 * <p><b>Invariants.</b> A message is answered by copying octets that were prepared when the same question was first asked; a
 * question costs no more than its own length, and nothing is remembered for names that do not exist. No datagram is longer than
 * {@value org.fumibako.dns.wire.Wire#SAFE_UDP} octets. Serials only rise. Nobody gets a whole zone without a key.
 *
 * <p>It signs nothing (no DNSSEC), recurses for nobody, and takes no updates.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.dns.server;
