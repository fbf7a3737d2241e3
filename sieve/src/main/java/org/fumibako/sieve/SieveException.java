// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import org.fumibako.sieve.syntax.Position;

/** A script that cannot be used: where, what is wrong, and what to do about it. */
public final class SieveException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    public SieveException(Position at, String what) {
        super("line " + at.line() + ", column " + at.column() + ": " + what);
        this.line = at.line();
        this.column = at.column();
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1, in characters. */
    public int column() {
        return column;
    }
}
