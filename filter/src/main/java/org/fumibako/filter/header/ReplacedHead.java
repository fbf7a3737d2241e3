// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.fumibako.model.Content;

/** A message whose first octets are others. Closing it leaves the message to whoever made it. */
final class ReplacedHead implements Content {
    /** Up to this many octets it is cheaper to have the whole in one array. */
    private static final int IN_MEMORY = 256 * 1024;

    private final byte[] head;
    private final Content message;
    private final long from;

    private ReplacedHead(byte[] head, Content message, long from) {
        this.head = head;
        this.message = message;
        this.from = from;
    }

    /** @param from how many octets of the message {@code head} stands for */
    static Content of(byte[] head, Content message, long from) throws IOException {
        Content whole = new ReplacedHead(head, message, from);
        return whole.size() <= IN_MEMORY ? Content.of(whole.bytes()) : whole;
    }

    @Override
    public long size() {
        return head.length + message.size() - from;
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        long begin = Math.clamp(offset, 0, size());
        long count = Math.clamp(length, 0, size() - begin);
        if (begin >= head.length) {
            return message.open(from + begin - head.length, count);
        }
        int first = (int) Math.min(count, head.length - begin);
        InputStream front = new ByteArrayInputStream(head, (int) begin, first);
        return count == first ? front : new SequenceInputStream(front, message.open(from, count - first));
    }
}
