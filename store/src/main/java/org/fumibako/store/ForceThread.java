// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumibako.store.pack.ActivePack;

/** Forces the pack to disk beside the SQL statements of the same group, which take about as long. */
final class ForceThread implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-force").factory());

    /** A force under way. */
    interface Forcing {
        /** Returns when the pack is on disk. */
        void await() throws ForceFailedException;
    }

    Forcing begin(ActivePack pack) {
        Future<?> force = thread.submit(() -> {
            pack.force();
            return null;
        });
        return () -> await(force);
    }

    private static void await(Future<?> force) throws ForceFailedException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    force.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new ForceFailedException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    /** The kernel may have dropped what it could not write and will not say so again: nothing may be retried. */
    static final class ForceFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        ForceFailedException(Throwable cause) {
            super("the pack could not be forced to disk", cause);
        }
    }
}
