// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.util.concurrent.CountDownLatch;

/** Closes the server when the process gets SIGINT or SIGTERM; the virtual machine ends after that. */
final class ShutdownSignal {
    private final CountDownLatch closed = new CountDownLatch(1);

    private ShutdownSignal() {}

    static ShutdownSignal closeOnSignal(AutoCloseable server) {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> signal.close(server)));
        return signal;
    }

    /** Returns when the server is closed. */
    void await() {
        boolean interrupted = false;
        while (true) {
            try {
                closed.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failed) {
            System.err.println("fumibako: could not stop cleanly: " + failed);
        } finally {
            closed.countDown();
        }
    }
}
