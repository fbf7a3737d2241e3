// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

/** One thing that was looked at, in a sentence for the operator. */
public record Finding(Level level, String sentence) {
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

    static Finding good(String sentence) {
        return new Finding(Level.GOOD, sentence);
    }

    static Finding unknown(String sentence) {
        return new Finding(Level.UNKNOWN, sentence);
    }

    static Finding warning(String sentence) {
        return new Finding(Level.WARNING, sentence);
    }

    static Finding problem(String sentence) {
        return new Finding(Level.PROBLEM, sentence);
    }
}
