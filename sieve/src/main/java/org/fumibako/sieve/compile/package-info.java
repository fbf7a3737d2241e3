// SPDX-License-Identifier: Apache-2.0
/**
 * From the tree of a script to what can be run: which commands and tests there are, which arguments they take, what has to be
 * required. {@link org.fumibako.sieve.compile.Commands} and {@link org.fumibako.sieve.compile.Tests} are the tables.
 */
@NullMarked
package org.fumibako.sieve.compile;

import org.jspecify.annotations.NullMarked;
