// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fumibako.store.Mailbox;

/**
 * A mailbox name with wildcards (RFC 9051 §6.3.9): {@code *} stands for anything, {@code %} for anything within one level.
 *
 * <p>All ways to match are followed at once, one bit each: state <i>i</i> says that the first <i>i</i> ordinary characters of
 * the pattern are matched. A name costs its length times a 64th of the pattern's, whatever the wildcards.
 */
final class MailboxPattern {
    private static final String INBOX = "INBOX";
    private static final int WORD = 64;

    /** How many ordinary characters there are. */
    private final int length;

    /** For each ordinary character, the states from which it leads on. */
    private final Map<Character, long[]> steps;

    /** States that any character leaves as they are: a {@code *} comes next. */
    private final long[] anything;

    /** States that any character but the separator leaves as they are: a wildcard comes next. */
    private final long[] withinLevel;

    private MailboxPattern(int length, Map<Character, long[]> steps, long[] anything, long[] withinLevel) {
        this.length = length;
        this.steps = steps;
        this.anything = anything;
        this.withinLevel = withinLevel;
    }

    static MailboxPattern of(String pattern) {
        int length = (int) pattern.chars().filter(c -> c != '*' && c != '%').count();
        int words = length / WORD + 1;
        Map<Character, long[]> steps = new HashMap<>();
        long[] anything = new long[words];
        long[] withinLevel = new long[words];
        int state = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                set(anything, state);
                set(withinLevel, state);
            } else if (c == '%') {
                set(withinLevel, state);
            } else {
                set(steps.computeIfAbsent(c, key -> new long[words]), state);
                state++;
            }
        }
        return new MailboxPattern(length, steps, anything, withinLevel);
    }

    boolean matches(String name) {
        return run(name) || (name.equals(INBOX) && run(INBOX.toLowerCase(Locale.ROOT)));
    }

    private boolean run(String name) {
        if (length > name.length()) {
            return false;
        }
        long[] states = new long[anything.length];
        set(states, 0);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            long[] step = steps.get(c);
            long[] stay = c == Mailbox.SEPARATOR ? anything : withinLevel;
            long carry = 0;
            long alive = 0;
            for (int word = 0; word < states.length; word++) {
                long moved = step == null ? 0 : states[word] & step[word];
                long kept = states[word] & stay[word];
                states[word] = kept | moved << 1 | carry;
                carry = moved >>> (WORD - 1);
                alive |= states[word];
            }
            if (alive == 0) {
                return false;
            }
        }
        return (states[length / WORD] & 1L << length % WORD) != 0;
    }

    private static void set(long[] bits, int index) {
        bits[index / WORD] |= 1L << index % WORD;
    }
}
