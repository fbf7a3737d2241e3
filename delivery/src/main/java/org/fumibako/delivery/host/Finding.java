// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

/**
 * One thing that was looked at.
 *
 * @param sentence for the operator, in English
 * @param japanese the same
 */
public record Finding(Level level, String sentence, String japanese) {
    /** How bad it is. */
    public enum Level {
        GOOD,
        /** It could not be found out from here. */
        UNKNOWN,
        /** Mail arrives, but something will go wrong, or goes wrong for some. */
        WARNING,
        /** Large providers refuse our mail, or clients warn their users. */
        PROBLEM
    }

    static Finding good(String sentence, String japanese) {
        return new Finding(Level.GOOD, sentence, japanese);
    }

    static Finding unknown(String sentence, String japanese) {
        return new Finding(Level.UNKNOWN, sentence, japanese);
    }

    static Finding warning(String sentence, String japanese) {
        return new Finding(Level.WARNING, sentence, japanese);
    }

    static Finding problem(String sentence, String japanese) {
        return new Finding(Level.PROBLEM, sentence, japanese);
    }
}
