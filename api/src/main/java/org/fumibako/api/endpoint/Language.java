// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Locale;
import java.util.Optional;

/** The languages that answers come in. */
public enum Language {
    JA,
    EN;

    /** Of a language tag such as {@code en-GB}. */
    public static Optional<Language> of(String tag) {
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-;]", 2)[0];
        return switch (primary) {
            case "ja" -> Optional.of(JA);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The first of the languages that a browser asks for (RFC 9110 §12.5.4) and we have; Japanese when it is none. */
    public static Language accepted(String header) {
        for (String range : header.split(",", 32)) {
            Optional<Language> language = of(range);
            if (language.isPresent()) {
                return language.get();
            }
        }
        return JA;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
