// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.Optional;

/**
 * A state of an account's mail: everything up to a mod-sequence is known, and, within the next one, everything up to an id. The
 * second part is only there between two answers of {@code changes} that had to be cut off.
 *
 * @param modSeq of the latest change that is known in full, or in part when {@code within} is not {@link #ALL}
 * @param within the highest content id of that change that is known
 */
public record State(long modSeq, long within) implements Comparable<State> {
    /** The change is known in full. */
    public static final long ALL = Long.MAX_VALUE;

    private static final int MAX_DIGITS = 18;

    public static State of(long modSeq) {
        return new State(modSeq, ALL);
    }

    /** Empty when it is none of ours. */
    public static Optional<State> parse(String text) {
        int dot = text.indexOf('.');
        String first = dot < 0 ? text : text.substring(0, dot);
        String second = dot < 0 ? "" : text.substring(dot + 1);
        if (!isNumber(first) || (dot >= 0 && !isNumber(second))) {
            return Optional.empty();
        }
        return Optional.of(new State(Long.parseLong(first), dot < 0 ? ALL : Long.parseLong(second)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the change of this mod-sequence to this message is known. */
    public boolean knows(long change, long contentId) {
        return change < modSeq || (change == modSeq && contentId <= within);
    }

    /** Up to where everything is known. */
    public long complete() {
        return within == ALL ? modSeq : Math.max(0, modSeq - 1);
    }

    @Override
    public int compareTo(State other) {
        int first = Long.compare(modSeq, other.modSeq);
        return first != 0 ? first : Long.compare(within, other.within);
    }

    @Override
    public String toString() {
        return within == ALL ? Long.toString(modSeq) : modSeq + "." + within;
    }
}
