// SPDX-License-Identifier: Apache-2.0
/**
 * The grammar of Sieve (RFC 5228 §8): characters to tokens to a tree, and back. It knows no command by name.
 *
 * <p>Invariants: {@code parse(print(tree))} is {@code tree} but for positions and comments; the work is linear in the script.
 */
@NullMarked
package org.fumibako.sieve.syntax;

import org.jspecify.annotations.NullMarked;
