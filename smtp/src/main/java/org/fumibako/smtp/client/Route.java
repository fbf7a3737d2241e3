// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.List;
import java.util.Optional;

/** Where a delivery can go. */
sealed interface Route {
    /**
     * Servers in the order in which they are to be tried.
     *
     * @param passedOver exchanges that cannot be used just now, and why; they decide when there is no target
     */
    record Targets(List<Target> targets, List<Attempt> passedOver) implements Route {
        public Targets {
            targets = List.copyOf(targets);
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Nowhere; the outcome is everybody's. */
    record DeadEnd(Outcome outcome) implements Route {
        static DeadEnd never(String status, String words) {
            return new DeadEnd(new Outcome.Refused(Attempt.failed(Optional.empty(), Stage.ROUTING, status, words)));
        }

        static DeadEnd notNow(String status, String words) {
            return new DeadEnd(new Outcome.Deferred(Attempt.failed(Optional.empty(), Stage.ROUTING, status, words)));
        }
    }
}
