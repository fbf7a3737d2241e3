// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

/** A place in a script, line and column (in characters) counted from 1. */
public record Position(int line, int column) {
    public static final Position START = new Position(1, 1);
}
