// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bundles the changes that one request makes, so that they are undone together: the id of the first stands for all of them.
 * Whoever does not ask has each change for itself.
 */
public final class MadeChanges {
    private static final ScopedValue<AtomicLong> BUNDLE = ScopedValue.newInstance();

    private MadeChanges() {}

    /** Runs {@code work}; in it, {@link #bundle()} is the id of its first change. */
    public static <T> T during(Supplier<T> work) {
        return ScopedValue.where(BUNDLE, new AtomicLong()).call(work::get);
    }

    /** The id of the first noted change so far, 0 before it and outside of {@link #during}. */
    public static long bundle() {
        return BUNDLE.isBound() ? BUNDLE.get().get() : 0;
    }

    /** A change was written; {@code id} is 0 when the history has nothing of it. */
    public static void made(long id) {
        if (id != 0 && BUNDLE.isBound()) {
            BUNDLE.get().compareAndSet(0, id);
        }
    }
}
