// SPDX-License-Identifier: Apache-2.0
/**
 * Sender Policy Framework (RFC 7208): may this address send in the name of this domain?
 *
 * <p>{@link org.fumibako.mailauth.spf.Spf} evaluates; {@link org.fumibako.mailauth.spf.SpfReview} reads a record for its owner
 * and says what is wrong with it. Records are parsed once, whole and in linear time, to values; evaluation walks the values.
 *
 * <p>Where the standard leaves a choice:
 *
 * <ul>
 *   <li>A void look-up is a term's own question without an answer. The addresses behind the names of {@code mx} and
 *       {@code ptr} do not count: an IPv6 client would otherwise break every record whose exchanges are IPv4 only. What they
 *       may cost is held by the ten names and the budget.
 *   <li>A name that cannot be asked for (an empty or too long label after macro expansion) does not exist.
 *   <li>A spent budget is a temporary error, as the time limit is (RFC 7208 §4.6.4).
 * </ul>
 *
 * <p>It does not write Received-SPF; {@code mailauth.results} carries what was found.
 */
@NullMarked
package org.fumibako.mailauth.spf;

import org.jspecify.annotations.NullMarked;
