// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes no time, and knows how long it should have taken. */
final class RecordingPause implements Pause {
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
    }
}
