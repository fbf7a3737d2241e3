// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.time.Duration;
import java.util.List;

/** How a change is taken back: what was before, and what must still be there for that to be right. */
public sealed interface Undo {
    /** How long. */
    default Duration period() {
        return Duration.ofDays(30);
    }

    /** Gives an account its old quota, in megabytes. */
    record Quota(long account, long was, long became) implements Undo {}

    /** Gives an account its old note. */
    record Name(long account, String was, String became) implements Undo {}

    /** Suspends or resumes an account again. */
    record Suspension(long account, boolean was) implements Undo {}

    /** Gives an account up that was added. */
    record Added(long account) implements Undo {}

    /** Brings an account back that was given up, with the aliases that led to it. */
    record Deleted(long account, List<Long> aliases) implements Undo {
        public Deleted {
            aliases = List.copyOf(aliases);
        }

        @Override
        public Duration period() {
            return Duration.ofDays(7);
        }
    }
}
