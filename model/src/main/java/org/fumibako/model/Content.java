// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The octets of one message or part, readable any number of times. Whoever made it closes it; a reader never does.
 * Implementations are safe to read from several threads at once.
 */
public interface Content extends AutoCloseable {
    /** Length in octets. */
    long size();

    /** A new stream over {@code length} octets from {@code offset}; a range that reaches past the end is cut there. */
    InputStream open(long offset, long length) throws IOException;

    default InputStream open() throws IOException {
        return open(0, size());
    }

    /** All octets in one array; only for content known to be small. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Gives back what the content holds (memory, a temporary file). Idempotent. */
    @Override
    default void close() {}

    /** Content that lies in memory; the array is not copied and must not be changed afterwards. */
    static Content of(byte[] octets) {
        Objects.requireNonNull(octets);
        return new Content() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public InputStream open(long offset, long length) {
                int from = (int) Math.min(Math.max(offset, 0), octets.length);
                int count = (int) Math.min(Math.max(length, 0), octets.length - from);
                return new ByteArrayInputStream(octets, from, count);
            }

            @Override
            public byte[] bytes() {
                return octets;
            }
        };
    }
}
