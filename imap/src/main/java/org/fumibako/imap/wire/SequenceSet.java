// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fumibako.model.UidSet;

/**
 * Message numbers or UIDs as a client writes them: {@code 1:3,7,9:*} (RFC 9051 §9 {@code sequence-set}). In the order given,
 * overlaps and all.
 */
public final class SequenceSet {
    /** How {@code *} is kept: no number is 0. */
    private static final long STAR = 0;

    /** {@code $}: what the last SEARCH with RETURN (SAVE) found (RFC 9051 §6.4.4.1). It stands for no numbers by itself. */
    public static final SequenceSet SAVED = new SequenceSet(new long[0]);

    /** {@code first, last, first, last, ...} */
    private final long[] bounds;

    private SequenceSet(long[] bounds) {
        this.bounds = bounds;
    }

    /** A set of one range, or one number when both are the same. */
    public static SequenceSet of(long first, long last) {
        return new SequenceSet(new long[] {first, last});
    }

    /** Reads the octets of {@code text} from {@code from} to {@code to}; time and memory are linear. */
    static SequenceSet parse(byte[] text, int from, int to) throws SyntaxException {
        if (to == from + 1 && text[from] == '$') {
            return SAVED;
        }
        long[] bounds = new long[8];
        int count = 0;
        int at = from;
        while (true) {
            if (count == bounds.length) {
                bounds = Arrays.copyOf(bounds, count * 2);
            }
            int end = endOfNumber(text, at, to);
            bounds[count] = number(text, at, end);
            bounds[count + 1] = bounds[count];
            at = end;
            if (at < to && text[at] == ':') {
                end = endOfNumber(text, at + 1, to);
                bounds[count + 1] = number(text, at + 1, end);
                at = end;
            }
            count += 2;
            if (at == to) {
                return new SequenceSet(Arrays.copyOf(bounds, count));
            }
            if (text[at] != ',') {
                throw new SyntaxException("Invalid sequence set");
            }
            at++;
        }
    }

    private static int endOfNumber(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != ':' && text[at] != ',') {
            at++;
        }
        return at;
    }

    private static long number(byte[] text, int from, int to) throws SyntaxException {
        if (to == from + 1 && text[from] == '*') {
            return STAR;
        }
        if (to == from || to - from > 10 || text[from] == '0') {
            throw new SyntaxException("Invalid number in sequence set");
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new SyntaxException("Invalid number in sequence set");
            }
            value = value * 10 + (text[i] - '0');
        }
        if (value > UidSet.MAX_UID) {
            throw new SyntaxException("Number in sequence set is over 4294967295");
        }
        return value;
    }

    /**
     * The numbers, sorted and merged. {@code 4:2} is {@code 2:4}, and {@code *} is {@code largest}, so {@code 9:*} holds the
     * largest number even when that is below 9 (RFC 9051 §9).
     *
     * @param largest the largest number in use: how many messages there are, or the highest UID; 0 for an empty mailbox, where
     *     ranges with {@code *} hold nothing
     */
    public UidSet resolve(long largest) {
        List<UidSet.Range> ranges = new ArrayList<>(bounds.length / 2);
        for (int i = 0; i < bounds.length; i += 2) {
            long first = bounds[i] == STAR ? largest : bounds[i];
            long last = bounds[i + 1] == STAR ? largest : bounds[i + 1];
            if (first > 0 && last > 0) {
                ranges.add(new UidSet.Range(Math.min(first, last), Math.max(first, last)));
            }
        }
        return UidSet.ofRanges(ranges);
    }

    /** The largest number written out, 0 when there is only {@code *}. */
    public long largestWritten() {
        return Arrays.stream(bounds).max().orElse(0);
    }

    /** Whether this is {@code $}. */
    public boolean isSaved() {
        return bounds.length == 0;
    }

    /** Whether this is one number or {@code *}, neither a range nor a list. */
    public boolean isSingle() {
        return bounds.length == 2 && bounds[0] == bounds[1];
    }

    /** Whether {@code *} occurs. */
    public boolean hasStar() {
        return Arrays.stream(bounds).anyMatch(bound -> bound == STAR);
    }

    /** Every number in the order written, for sets that correspond one to one (RFC 7162 §3.2.5.2); only without {@code *}. */
    public long[] inOrder(int limit) throws SyntaxException {
        long[] numbers = new long[limit];
        int count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            for (long n = bounds[i]; n <= bounds[i + 1]; n++) {
                if (count == limit) {
                    throw new SyntaxException("Sequence set holds more than " + limit + " numbers");
                }
                numbers[count++] = n;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(isSaved() ? "$" : "");
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(bounds[i] == STAR ? "*" : Long.toString(bounds[i]));
            if (bounds[i] != bounds[i + 1]) {
                text.append(':').append(bounds[i + 1] == STAR ? "*" : Long.toString(bounds[i + 1]));
            }
        }
        return text.toString();
    }
}
