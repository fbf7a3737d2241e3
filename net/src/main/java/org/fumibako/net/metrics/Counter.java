// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Something that only grows while the process lives. Safe for any number of threads. */
public final class Counter {
    private final LongAdder sum = new LongAdder();

    Counter() {}

    public void increment() {
        sum.increment();
    }

    public void add(long more) {
        sum.add(more);
    }

    public long value() {
        return sum.sum();
    }
}
