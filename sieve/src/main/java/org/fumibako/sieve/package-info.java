// SPDX-License-Identifier: Apache-2.0
/**
 * Sieve (RFC 5228): reads the scripts that people sort their mail with, checks them, and says what one wants to be done with a
 * message. It does nothing itself: {@link org.fumibako.sieve.SieveScript#run} gives a list of {@link org.fumibako.sieve.Action}s,
 * each with the rule that wanted it, and delivery carries them out.
 *
 * <p>Threading: scripts are immutable and run in any number of threads at once.
 *
 * <p>Invariants: whatever a script does, its run ends within {@link org.fumibako.sieve.SieveLimits}, and a script that fails keeps
 * the message. The keep that is implied (RFC 5228 §2.10.2) stands in the list like any other, with a cause without a line.
 */
@NullMarked
package org.fumibako.sieve;

import org.jspecify.annotations.NullMarked;
