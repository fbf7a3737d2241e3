// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fumibako.dns.DnsName;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from names, as they stand on the wire in lower case, to values. Looking up the tail of a question costs neither an
 * object nor another pass over its octets. Open addressing, at most half full.
 */
final class NameTable<V> {
    private final byte[][] names;
    private final Object[] values;
    private final int mask;
    private final int size;

    NameTable(Map<DnsName, V> entries) {
        int capacity = Integer.highestOneBit(Math.max(2, 2 * entries.size())) << 1;
        this.names = new byte[capacity][];
        this.values = new Object[capacity];
        this.mask = capacity - 1;
        this.size = entries.size();
        entries.forEach(this::put);
    }

    int size() {
        return size;
    }

    /** The value of the question's name without its first {@code label} labels. */
    @Nullable
    V get(QuestionName name, int label) {
        int from = name.offset(label);
        for (int at = spread(name.hash(label)) & mask; names[at] != null; at = at + 1 & mask) {
            if (Arrays.equals(names[at], 0, names[at].length, name.octets(), from, name.length())) {
                return value(at);
            }
        }
        return null;
    }

    void forEach(BiConsumer<byte[], V> action) {
        for (int at = 0; at <= mask; at++) {
            V value = value(at);
            if (value != null) {
                action.accept(names[at], value);
            }
        }
    }

    // Only values of V are put in.
    @SuppressWarnings("unchecked")
    private @Nullable V value(int at) {
        return (V) values[at];
    }

    private void put(DnsName name, V value) {
        QuestionName key = new QuestionName();
        key.set(name);
        int at = spread(key.hash(0)) & mask;
        while (names[at] != null) {
            at = at + 1 & mask;
        }
        names[at] = Arrays.copyOf(key.octets(), key.length());
        values[at] = value;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }
}
