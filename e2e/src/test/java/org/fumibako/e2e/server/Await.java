// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for an event in another process, which can only be seen by asking again and again. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    /** Asks until the answer is yes; AssertionError when it was not within {@code limit}. */
    public static void until(String event, Duration limit, Callable<Boolean> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ask(event, question)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit.toMillis() + " ms: " + event);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean ask(String event, Callable<Boolean> question) {
        try {
            return question.call();
        } catch (Exception failure) {
            throw new AssertionError("while waiting for " + event, failure);
        }
    }
}
