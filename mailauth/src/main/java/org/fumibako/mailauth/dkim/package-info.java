// SPDX-License-Identifier: Apache-2.0
/**
 * DomainKeys Identified Mail (RFC 6376, RFC 8301, RFC 8463): {@link org.fumibako.mailauth.dkim.DkimVerifier} says of each
 * signature whether the domain it names made it; {@link org.fumibako.mailauth.dkim.DkimSigner} signs for a domain of ours.
 *
 * <p><b>What a result means.</b> {@code FAIL} is a signature that was understood and is not good; {@code PERMERROR} one whose
 * parts are missing or broken; {@code NEUTRAL} one that says nothing; {@code TEMPERROR} one whose key could not be had today.
 * None of them is worse for a message than no signature (RFC 6376 §6.1); DMARC decides with
 * {@link org.fumibako.mailauth.dkim.DkimResult#vouches}.
 *
 * <p><b>Keys.</b> {@link org.fumibako.mailauth.dkim.DkimKey} makes one and says what to publish;
 * {@link org.fumibako.mailauth.dkim.KeySchedule} says which keys of a domain sign, which are still published and when the next
 * is due. They are kept behind {@link org.fumibako.mailauth.dkim.KeySource}.
 *
 * <p><b>Costs.</b> Signing with both keys is 1.5 ms of processor, nearly all of it RSA; verifying a signature is a tenth of
 * that. A body is read once, whatever the number of keys or signatures, at the speed of SHA-256.
 *
 * <p><b>Threading.</b> Everything is without state or immutable, but for the cache in
 * {@link org.fumibako.mailauth.dkim.SigningKeys}, which is safe.
 *
 * <p>It keeps no keys, and decides nothing about a message.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mailauth.dkim;
