// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param actions in the order they were wanted; after a fault the keep that is implied alone
 * @param marks what {@code duplicate} has to remember once the actions are done (RFC 7352 §3.2)
 * @param fault why the script ended before its end
 */
public record Outcome(List<Action> actions, List<Mark> marks, Optional<String> fault) {
    public Outcome {
        actions = List.copyOf(actions);
        marks = List.copyOf(marks);
    }

    /** A message that was seen. */
    public record Mark(String id, Duration remembered) {}
}
