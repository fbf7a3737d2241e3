// SPDX-License-Identifier: Apache-2.0
/**
 * The domain name system: the one {@link org.fumibako.dns.Resolver} everything asks ({@code resolver}), the name server for our own
 * zones ({@code server}), and the messages both speak ({@code wire}).
 *
 * <p><b>Threading.</b> Names, records and answers are values. A {@link org.fumibako.dns.Resolver} is shared by any number of
 * threads and blocks the one that asks; a {@link org.fumibako.dns.Budget} belongs to one piece of work.
 *
 * <p><b>Invariants.</b> What the network does is never an exception but an {@link org.fumibako.dns.Answer}. No name is longer
 * than {@value org.fumibako.dns.DnsName#MAX_LENGTH} characters, no label than {@value org.fumibako.dns.DnsName#MAX_LABEL}.
 *
 * <p>It validates no DNSSEC signatures: what is authenticated is what a trusted upstream says is.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.dns;
