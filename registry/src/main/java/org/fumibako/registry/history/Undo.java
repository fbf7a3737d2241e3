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

    /**
     * Puts a setting back as it was.
     *
     * @param id of the account or domain whose it is
     * @param was its whole state before, as {@link Restorable} has it
     */
    record Setting(Kind kind, long id, String was, String became) implements Undo {}

    /** Settings whose state is a text. Rows keep the names: none may change. */
    enum Kind {
        FORWARDING,
        AUTO_REPLY,
        /** Of a domain. */
        FILTER,
        /** The script that an account sorts its mail by. */
        RULES,
        DOMAIN_RULES,
        CUSTOMER_NAME
    }

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
