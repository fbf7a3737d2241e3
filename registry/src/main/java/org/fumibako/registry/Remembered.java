// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/** Answers of the database, kept for a second or until this process changes something. For this module's packages only. */
public final class Remembered<K, V> {
    private static final Duration AGE = Duration.ofSeconds(1);

    /** Answers kept, some 200 octets each. */
    private static final int MAX_ENTRIES = 50_000;

    private final Cache<K, Answer<V>> answers =
            Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(MAX_ENTRIES).build();
    private final Changes changes;
    private final Function<K, V> load;

    private record Answer<V>(long generation, V value) {}

    /** @param load asks the database */
    public Remembered(Changes changes, Function<K, V> load) {
        this.changes = changes;
        this.load = load;
    }

    /** At most a second old. */
    public V get(K key) {
        long generation = changes.generation();
        Answer<V> answer = answers.getIfPresent(key);
        if (answer == null || answer.generation() != generation) {
            answer = new Answer<>(generation, load.apply(key));
            answers.put(key, answer);
        }
        return answer.value();
    }
}
