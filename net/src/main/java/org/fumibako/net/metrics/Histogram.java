// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How long things took, in buckets. Safe for any number of threads. */
public final class Histogram {
    /** Upper bounds of the buckets: from what memory answers to what somebody complains of. */
    public static final List<Duration> BOUNDS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
            .map(Duration::ofMillis)
            .toList();

    private static final long[] LIMITS =
            BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

    /** One more than bounds: the last is for what took longer. */
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(LIMITS.length + 1L).toArray(LongAdder[]::new);

    private final LongAdder nanos = new LongAdder();

    Histogram() {}

    /** @param took nanoseconds, as the difference of two {@link System#nanoTime} */
    public void observe(long took) {
        int bucket = 0;
        while (bucket < LIMITS.length && took > LIMITS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    /** How many were seen. */
    public long count() {
        return Stream.of(buckets).mapToLong(LongAdder::sum).sum();
    }

    /** Seconds in all. */
    double seconds() {
        return nanos.sum() / 1e9;
    }

    /** Those in the bucket at {@code index} alone; the last one has no bound. */
    long in(int index) {
        return buckets[index].sum();
    }
}
