// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition of another process, which can only be asked again and again. */
final class Waiting {

    private Waiting() {}

    /** A question whose answer may fail to come yet. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Asks every {@code pause} until the condition holds; an error once {@code limit} has passed. */
    static void until(String what, Duration limit, Duration pause, Condition condition) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Waits until the server on this port greets. */
    static void untilGreets(int port, Duration limit) throws IOException {
        until("a greeting on port " + port, limit, Duration.ofMillis(2), () -> greets(port));
    }

    private static boolean greets(int port) {
        try (Wire wire = Wire.connect(port, 512)) {
            wire.readLine();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
