// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * How much accounts and customers send (requirement A14), counted by recipient in the database, so that a restart forgets
 * nothing and every node counts together. Safe for any number of threads.
 */
public interface Sending {
    /**
     * Counts recipients that {@code account} sends to now.
     *
     * @return empty when they are counted; the limit they would pass when none of them is
     */
    Optional<Exceeded> count(Account account, int recipients);

    /** What {@link #count} would answer; counts nothing. */
    Optional<Exceeded> foresee(Account account, int recipients);

    /** Recipients of the past hour and the past day, each up to five minutes more. */
    Used used(Account account, Whose whose);

    /** Whose limit it is. */
    enum Whose {
        ACCOUNT,
        CUSTOMER
    }

    /** A limit that is reached: so many recipients in {@code window}, an hour or a day. */
    record Exceeded(Whose whose, Duration window, long limit) {}

    record Used(long hour, long day) {}
}
