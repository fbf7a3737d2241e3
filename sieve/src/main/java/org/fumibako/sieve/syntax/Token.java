// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

/**
 * One token (RFC 5228 §8.1).
 *
 * @param text an identifier or tag as it is written, a string's value, a number's digits, or the sign itself
 * @param number the value of a number
 * @param comment the last comment before it, without its signs; empty when there is none
 */
record Token(Kind kind, String text, long number, Position at, String comment) {
    enum Kind {
        IDENTIFIER,
        TAG,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /** For people. */
    String describe() {
        return switch (kind) {
            case IDENTIFIER -> "\"" + text + "\"";
            case TAG -> "\":" + text + "\"";
            case NUMBER -> "the number " + text;
            case STRING -> "a string";
            case SIGN -> "\"" + text + "\"";
            case END -> "the end of the script";
        };
    }
}
