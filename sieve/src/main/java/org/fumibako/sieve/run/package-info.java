// SPDX-License-Identifier: Apache-2.0
/**
 * What a script is made of once it is compiled, and the state of one run.
 *
 * <p>Invariants: compiled things are immutable and shared by threads, a {@link org.fumibako.sieve.run.Run} belongs to one; every
 * loop over what the script or the message chooses is counted by {@code Run.step} or {@code Run.work}.
 */
@NullMarked
package org.fumibako.sieve.run;

import org.jspecify.annotations.NullMarked;
