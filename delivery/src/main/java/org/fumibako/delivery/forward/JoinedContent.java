// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.fumibako.model.Content;

/** A message with octets put before and behind it. Closing it leaves the message to whoever made it. */
record JoinedContent(byte[] before, Content middle, byte[] after) implements Content {
    static Content of(byte[] before, Content middle) {
        return new JoinedContent(before, middle, new byte[0]);
    }

    @Override
    public long size() {
        return before.length + middle.size() + after.length;
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        long from = Math.clamp(offset, 0, size());
        long to = from + Math.clamp(length, 0, size() - from);
        long middleEnd = before.length + middle.size();
        InputStream first = piece(before, from, to, 0);
        InputStream second = from >= middleEnd || to <= before.length
                ? InputStream.nullInputStream()
                : middle.open(
                        Math.max(0, from - before.length), Math.min(to, middleEnd) - Math.max(from, before.length));
        return new SequenceInputStream(new SequenceInputStream(first, second), piece(after, from, to, middleEnd));
    }

    /** What of octets that begin at {@code start} lies in a range. */
    private static InputStream piece(byte[] octets, long from, long to, long start) {
        int begin = Math.clamp(from - start, 0, octets.length);
        int end = Math.clamp(to - start, begin, octets.length);
        return new ByteArrayInputStream(octets, begin, end - begin);
    }
}
