// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Keeps native calls off virtual threads, whose carriers they would pin. A virtual thread hands its work to one of a few
 * platform threads and parks until it is done; a platform thread just does it.
 */
final class PlatformThreads implements AutoCloseable {
    private final ExecutorService threads;

    PlatformThreads(String name, int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name + "-", 0).daemon(true).factory());
    }

    /** Does {@code work} and returns what it returned or throws what it threw. An interrupt waits until it is done. */
    <T> T call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        try {
            return await(threads.submit(work::get));
        } catch (RejectedExecutionException closed) {
            throw new DatabaseException("the database is closed", closed);
        }
    }

    private static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error failure -> throw failure;
            case null, default -> new IllegalStateException(e);
        };
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
