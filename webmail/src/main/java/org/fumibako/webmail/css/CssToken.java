// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

/**
 * A piece of CSS (CSS Syntax Level 3 §4), escapes undone.
 *
 * @param text of a word, a function, an at-keyword, a hash or a string what it says, without what marks it; of a number its digits and
 *     unit; of anything else the character
 */
record CssToken(Kind kind, String text) {
    static final CssToken END = new CssToken(Kind.END, "");

    /** What it is. */
    enum Kind {
        WORD,
        /** The name before an opening parenthesis, which belongs to it. */
        FUNCTION,
        AT,
        HASH,
        STRING,
        /** An address without quotes, with its {@code url(} and closing parenthesis. */
        URL,
        NUMBER,
        SPACE,
        /** One character. */
        SIGN,
        /** Something that no browser takes for anything: what it stands in is void. */
        BAD,
        END
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }
}
