// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;

/** A set of UIDs as sorted, disjoint, non-adjacent ranges; UIDs are 1 to 4,294,967,295 (RFC 9051 §2.3.1.1). */
public final class UidSet {
    public static final long MAX_UID = 0xffff_ffffL;

    public static final UidSet EMPTY = new UidSet(List.of());

    /** Every UID there can be. */
    public static final UidSet ALL = new UidSet(List.of(new Range(1, MAX_UID)));

    private final List<Range> ranges;

    private UidSet(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** {@code first} to {@code last}, both included. */
    public record Range(long first, long last) {
        public Range {
            if (first < 1 || last < first || last > MAX_UID) {
                throw new IllegalArgumentException("uid range " + first + ":" + last);
            }
        }
    }

    /** From ranges in any order, overlapping or not. O(n log n). */
    public static UidSet ofRanges(List<Range> unordered) {
        List<Range> sorted = new ArrayList<>(unordered);
        sorted.sort(Comparator.comparingLong(Range::first));
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.first() <= last.last() + 1) {
                merged.set(merged.size() - 1, new Range(last.first(), Math.max(last.last(), next.last())));
            } else {
                merged.add(next);
            }
        }
        return new UidSet(merged);
    }

    /** From single UIDs in any order. */
    public static UidSet of(long... uids) {
        long[] sorted = uids.clone();
        Arrays.sort(sorted);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            int start = i;
            while (i + 1 < sorted.length && sorted[i + 1] <= sorted[i] + 1) {
                i++;
            }
            ranges.add(new Range(sorted[start], sorted[i]));
        }
        return new UidSet(ranges);
    }

    public List<Range> ranges() {
        return ranges;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many UIDs are in the set. */
    public long count() {
        long count = 0;
        for (Range range : ranges) {
            count += range.last() - range.first() + 1;
        }
        return count;
    }

    public boolean contains(long uid) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (uid < range.first()) {
                high = middle - 1;
            } else if (uid > range.last()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The UIDs that are in both sets. Linear in the number of ranges. */
    public UidSet and(UidSet other) {
        List<Range> both = new ArrayList<>();
        int here = 0;
        int there = 0;
        while (here < ranges.size() && there < other.ranges.size()) {
            Range mine = ranges.get(here);
            Range its = other.ranges.get(there);
            long first = Math.max(mine.first(), its.first());
            long last = Math.min(mine.last(), its.last());
            if (first <= last) {
                both.add(new Range(first, last));
            }
            if (mine.last() < its.last()) {
                here++;
            } else {
                there++;
            }
        }
        return new UidSet(both);
    }

    /** The UIDs in ascending order. */
    public PrimitiveIterator.OfLong iterator() {
        return ranges.stream()
                .flatMapToLong(range -> java.util.stream.LongStream.rangeClosed(range.first(), range.last()))
                .iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UidSet set && set.ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** The form of RFC 9051 §9 {@code sequence-set}: {@code 1:3,7}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            text.append(text.isEmpty() ? "" : ",").append(range.first());
            if (range.last() != range.first()) {
                text.append(':').append(range.last());
            }
        }
        return text.toString();
    }
}
