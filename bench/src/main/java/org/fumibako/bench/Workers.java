// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on several connections at once, a platform thread each. */
final class Workers {

    private Workers() {}

    /** The work of one connection. */
    interface Work<T> {
        T run(int index) throws IOException;
    }

    /** Runs {@code count} workers to their end; the first failure is thrown. */
    static <T> List<T> run(int count, Work<T> work) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                running.add(threads.submit(() -> work.run(index)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
