// SPDX-License-Identifier: Apache-2.0
/**
 * DMARC: does what a reader sees as the author agree with what SPF and DKIM proved, and what does the author's domain want done when it
 * does not? By RFC 9989, which replaced RFC 7489.
 *
 * <p>{@link org.fumibako.mailauth.dmarc.Dmarc} finds the policy first and judges afterwards, so that the questions a hostile message
 * causes in SPF and DKIM cannot use up what its policy needs.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Organizational domain.</b> By the tree walk, at most eight questions a name, remembered for the message. The Public Suffix
 *       List is a guard and not a source: a record found at a public suffix without {@code psd} does not make all customers of
 *       that registry one organization.
 *   <li><b>Sampling.</b> {@code pct} has left the standard; old records mean it, so it is honoured as RFC 7489 §6.6.4 says unless
 *       there is a {@code t}: what is not sampled gets the next milder treatment.
 *   <li><b>Several authors.</b> Every domain that some program could take for the author's has to pass; the strictest policy of those
 *       that do not is applied. A second From field, or more than {@link org.fumibako.mailauth.dmarc.Authors#MAX_DOMAINS} domains,
 *       is refused; a From without any domain uses nobody's name, so there is no policy for it.
 *   <li><b>No DNS.</b> A policy that cannot be read is none: the message goes on, with {@code temperror} as evidence, because there are
 *       domains whose servers never answer for {@code _dmarc}. When the policy is known and wants something done, and a check that could
 *       have passed had no answer from DNS, the sender is asked to come back.
 * </ul>
 */
@NullMarked
package org.fumibako.mailauth.dmarc;

import org.jspecify.annotations.NullMarked;
