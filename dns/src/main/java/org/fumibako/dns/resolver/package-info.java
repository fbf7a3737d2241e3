// SPDX-License-Identifier: Apache-2.0
/**
 * The resolver: asks the configured upstreams, which do the recursion, and remembers what they say.
 *
 * <p><b>Threading.</b> {@link org.fumibako.dns.resolver.CachingResolver} is shared. A question that nobody has asked yet gets a
 * virtual thread of its own, so that the first asker's budget does not cut the others short; equal questions at the same time share
 * it.
 *
 * <p><b>Invariants.</b> A datagram counts only when it comes from the upstream to the port that asked, with the id and
 * the question in the same random mix of cases (RFC 5452). Nothing is served after its time. Questions about names that only
 * mean something on this machine or network never leave it. Every wait has an end.
 *
 * <p>It walks no delegations and checks no signatures.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.dns.resolver;
