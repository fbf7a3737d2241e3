// SPDX-License-Identifier: Apache-2.0
/**
 * Rules as a screen shows them (メールの振り分け), and the Sieve they are kept as: what a person makes on the screen, a Sieve client can
 * read and change, and the screen shows it again.
 *
 * <p>Invariant: {@code RuleScript.read(RuleScript.write(rules))} is {@code rules}.
 */
@NullMarked
package org.fumibako.sieve.rules;

import org.jspecify.annotations.NullMarked;
