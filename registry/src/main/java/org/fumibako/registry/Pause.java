// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;

/** Makes the calling thread wait. */
interface Pause {
    /** Sleeps; an interrupt ends it early and stays set. */
    Pause SLEEP = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    void pause(Duration duration);
}
