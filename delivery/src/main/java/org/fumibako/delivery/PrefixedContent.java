// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.fumibako.model.Content;

/** Header fields put before a message without touching it. Closing it leaves the message to whoever made it. */
public final class PrefixedContent implements Content {
    /** Up to this many octets it is cheaper to have the whole in one array. */
    private static final int IN_MEMORY = 256 * 1024;

    private final byte[] prefix;
    private final Content rest;

    private PrefixedContent(byte[] prefix, Content rest) {
        this.prefix = prefix;
        this.rest = rest;
    }

    /** {@code prefix} is not copied and must not change. */
    public static Content of(byte[] prefix, Content rest) throws IOException {
        if (prefix.length + rest.size() > IN_MEMORY) {
            return new PrefixedContent(prefix, rest);
        }
        byte[] whole = new byte[prefix.length + (int) rest.size()];
        System.arraycopy(prefix, 0, whole, 0, prefix.length);
        System.arraycopy(rest.bytes(), 0, whole, prefix.length, (int) rest.size());
        return Content.of(whole);
    }

    @Override
    public long size() {
        return prefix.length + rest.size();
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        long from = Math.clamp(offset, 0, size());
        long count = Math.clamp(length, 0, size() - from);
        if (from >= prefix.length) {
            return rest.open(from - prefix.length, count);
        }
        int head = (int) Math.min(count, prefix.length - from);
        InputStream first = new ByteArrayInputStream(prefix, (int) from, head);
        return count == head ? first : new SequenceInputStream(first, rest.open(0, count - head));
    }
}
