// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fumibako.model.Content;

/** Some stretches of a message as if they were all of it. Closing it leaves the message to whoever made it. */
final class PartsOfContent implements Content {
    private final Content whole;
    private final List<Range> ranges;
    private final long size;

    PartsOfContent(Content whole, List<Range> ranges) {
        this.whole = whole;
        this.ranges = List.copyOf(ranges);
        this.size = ranges.stream().mapToLong(Range::length).sum();
    }

    /** From an offset to before another. */
    record Range(long from, long to) {
        long length() {
            return to - from;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        long skip = Math.clamp(offset, 0, size);
        long left = Math.clamp(length, 0, size - skip);
        List<InputStream> streams = new ArrayList<>(ranges.size());
        for (Range range : ranges) {
            long begin = Math.min(skip, range.length());
            long count = Math.min(left, range.length() - begin);
            if (count > 0) {
                streams.add(whole.open(range.from() + begin, count));
            }
            skip -= begin;
            left -= count;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
