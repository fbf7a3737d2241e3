// SPDX-License-Identifier: Apache-2.0
/**
 * DomainKeys Identified Mail: {@link org.fumibako.mailauth.dkim.DkimVerifier} says of each signature whether the domain it
 * names made it (RFC 6376, RFC 8301, RFC 8463).
 *
 * <p><b>What a result means.</b> {@code FAIL} is a signature that was understood and is not good; {@code PERMERROR} one whose
 * parts are missing or broken; {@code NEUTRAL} one that says nothing; {@code TEMPERROR} one whose key could not be had today.
 * None of them is worse for a message than no signature (RFC 6376 §6.1); DMARC decides with
 * {@link org.fumibako.mailauth.dkim.DkimResult#vouches}.
 *
 * <p><b>Threading.</b> Everything is without state or immutable.
 *
 * <p>It keeps no keys, and decides nothing about a message.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mailauth.dkim;
