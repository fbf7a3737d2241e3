// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

/** Who may send in a domain's name (requirement A10). */
public sealed interface SpfChoice {
    /** The host, and the providers of the configuration. */
    record Standard() implements SpfChoice {}

    /** Those and Gmail. */
    record Gmail() implements SpfChoice {}

    /** Who the whole record says. */
    record Custom(String record) implements SpfChoice {}

    static SpfChoice standard() {
        return new Standard();
    }

    static SpfChoice gmail() {
        return new Gmail();
    }

    /** The word or record as which the choice is kept. */
    default String text() {
        return switch (this) {
            case Standard _ -> "standard";
            case Gmail _ -> "gmail";
            case Custom custom -> custom.record();
        };
    }

    /** From the word or record; anything else than a known word is a record. */
    static SpfChoice of(String text) {
        return switch (text) {
            case "standard" -> standard();
            case "gmail" -> gmail();
            default -> new Custom(text);
        };
    }
}
