// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** When there is no more time. */
record Deadline(long end) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least a millisecond. */
    Duration left() {
        long nanos = end - System.nanoTime();
        return nanos < 1_000_000 ? Duration.ofMillis(1) : Duration.ofNanos(nanos);
    }

    int millis() {
        return Math.clamp(left().toMillis(), 1, Integer.MAX_VALUE);
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /** Closes the socket then, unless it is told before that this is not needed: a peer that drips never lets a read time out. */
    AutoCloseable closes(Socket socket) {
        Thread watch = Thread.ofVirtual().name("url-deadline").start(() -> {
            try {
                Thread.sleep(left());
                socket.close();
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                // It is closed either way.
            }
        });
        return watch::interrupt;
    }
}
