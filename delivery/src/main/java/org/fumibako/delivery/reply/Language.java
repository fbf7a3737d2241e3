// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.reply;

import java.util.Locale;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageSummary;

/** The language of a correspondent, as far as a message shows it. */
enum Language {
    JAPANESE,
    ENGLISH;

    /** Japanese when it is said or read anywhere: few who do not know Japanese write any. */
    static Language of(Headers headers, MessageSummary summary) {
        String said = (headers.first("Content-Language").orElse("") + ","
                        + headers.first("Accept-Language").orElse(""))
                .toLowerCase(Locale.ROOT);
        if (said.matches("(.*,)?\\s*ja\\b.*")) {
            return JAPANESE;
        }
        String type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean charset = type.contains("iso-2022-jp") || type.contains("shift_jis") || type.contains("euc-jp");
        boolean letters = (summary.subject() + summary.preview()).codePoints().anyMatch(Language::isJapanese);
        return charset || letters ? JAPANESE : ENGLISH;
    }

    private static boolean isJapanese(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }
}
