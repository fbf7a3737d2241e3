// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import java.util.List;

/** An argument of a command or test (RFC 5228 §2.6). */
public sealed interface Argument {
    Position at();

    /** {@code :is}, without the colon and in lower case. */
    record Tag(String name, Position at) implements Argument {}

    /** With its quantifier multiplied in (RFC 5228 §2.4.1). */
    record Numeral(long value, Position at) implements Argument {}

    /** A string, or a list of them in brackets. */
    record Strings(List<String> values, boolean list, Position at) implements Argument {
        public Strings {
            values = List.copyOf(values);
        }
    }
}
