// SPDX-License-Identifier: Apache-2.0
/**
 * Spam: signals in, verdict out. {@link SpamFilter} examines a {@link org.fumibako.filter.message.Sample} by its {@link Signal}s and sums
 * the points of the {@link Reason}s to a {@link Verdict}; a domain's level says what sum is spam. Nothing here decides what
 * becomes of a message, or keeps anything.
 *
 * <p>Threading: everything is without state and safe for any number of threads, except what gathers for one message ({@link Reasons},
 * token sets).
 *
 * <p>Invariants: {@link FilterLimits} bound what is read of any message; no signal throws because of what a message contains; of what
 * people get only hashes of words are kept, with counts.
 */
@NullMarked
package org.fumibako.filter;

import org.jspecify.annotations.NullMarked;
