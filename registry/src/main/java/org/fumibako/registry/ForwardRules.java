// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** What delivery asks and says of forwarding. Safe for any number of threads. */
public interface ForwardRules {
    /** Answered from memory, at most a second old; {@link Forwarding#NONE} for an account that does not forward. */
    Forwarding of(AccountId account);

    /** By the target's id; asked of the database. */
    Optional<Owned> find(long target);

    /** The target has taken a message. */
    void delivered(Owned target);

    /**
     * The target will not have a message. When it has refused often enough for long enough it is stopped, and the account keeps
     * its mail from then on.
     */
    Tally failed(Owned target, String reason);

    /** A target and the account that forwards to it. */
    record Owned(AccountId account, Forwarding.Target target) {}

    /**
     * Where a target stands after a failure.
     *
     * @param failures since it last took a message
     * @param stopped whether this failure stopped it
     */
    record Tally(long failures, boolean stopped) {}

    /**
     * When a target is stopped: both have to be reached.
     *
     * @param failures without a message that was taken between them
     */
    record Patience(long failures, Duration time) {
        /** A target that is away for a day, or refuses a few messages for what is in them, goes on. */
        public static final Patience DEFAULT = new Patience(5, Duration.ofDays(1));
    }
}
