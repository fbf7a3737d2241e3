// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.time.Duration;

/**
 * Bounds of a {@link QueueRunner}.
 *
 * @param connections attempts at a time
 * @param perDestination attempts at a time for one destination that answers well
 * @param window recipients in memory
 * @param schedule when the next attempt is
 * @param delayNotice after which time a sender is told that it takes long
 */
public record QueueConfig(
        int connections, int perDestination, int window, RetrySchedule schedule, Duration delayNotice) {
    /**
     * A hundred connections keep a network busy; more than twenty to one place make many servers refuse. A recipient in the
     * window takes some hundred octets, so ten thousand are a few megabytes.
     */
    public static final QueueConfig DEFAULT =
            new QueueConfig(100, 20, 10_000, RetrySchedule.DEFAULT, Duration.ofHours(4));

    public QueueConfig {
        if (connections < 1 || perDestination < 1 || window < 1) {
            throw new IllegalArgumentException("bounds of the queue out of range");
        }
    }

    public QueueConfig withConnections(int all, int toOnePlace) {
        return new QueueConfig(all, toOnePlace, window, schedule, delayNotice);
    }

    public QueueConfig withWindow(int recipients) {
        return new QueueConfig(connections, perDestination, recipients, schedule, delayNotice);
    }
}
