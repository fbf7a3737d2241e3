// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.Locale;
import java.util.Optional;

/** How numbers or strings relate (RFC 5231 §4). */
public enum Relation {
    GT,
    GE,
    LT,
    LE,
    EQ,
    NE;

    /** {@code gt} and so on, in any case. */
    public static Optional<Relation> of(String name) {
        for (Relation relation : values()) {
            if (relation.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    /** @param order below, equal or above zero, as comparing gives it */
    boolean holds(int order) {
        return switch (this) {
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
        };
    }
}
