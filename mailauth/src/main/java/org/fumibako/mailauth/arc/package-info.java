// SPDX-License-Identifier: Apache-2.0
/**
 * Authenticated Received Chain (RFC 8617): what earlier servers saw of a message that was forwarded, proved by seals.
 *
 * <p>{@link org.fumibako.mailauth.arc.ArcVerifier} says whether the chain is whole and who sealed it;
 * {@link org.fumibako.mailauth.arc.ArcSealer} adds a set of ours. A chain that passes is no reason to believe what it says:
 * that depends on whether its sealers are trusted, which is decided elsewhere.
 *
 * <p><b>Threading.</b> Everything public is without state or immutable.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mailauth.arc;
