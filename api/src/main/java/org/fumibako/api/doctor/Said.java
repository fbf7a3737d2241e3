// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import org.fumibako.api.endpoint.Language;
import org.fumibako.doctor.Phrase;

/** Phrases in the language asked. */
final class Said {
    private Said() {}

    static String in(Language language, Phrase phrase) {
        return language == Language.JA ? phrase.ja() : phrase.en();
    }
}
