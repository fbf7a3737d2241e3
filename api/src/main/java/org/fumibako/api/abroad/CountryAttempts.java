// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.time.Instant;
import java.util.List;

/**
 * Who came from abroad since then, the latest first.
 *
 * @param more whether so much happened that the oldest was left out
 */
record CountryAttempts(List<CountryAttempt> items, Instant since, boolean more) {
    /**
     * An account and an address from which somebody came.
     *
     * @param country two letters; empty when it is not known
     * @param at the latest time
     * @param times how often; sign-ins that are the same are written down once an hour
     * @param outcome the gravest of what came of it
     */
    record CountryAttempt(
            String account,
            String peer,
            String country,
            String client,
            Instant at,
            long times,
            CountryOutcome outcome) {}

    /** What came of it. */
    enum CountryOutcome {
        /** The password was right, and sending was refused. */
        REFUSED,
        /** The password was right. */
        SIGNED_IN,
        /** The password was wrong. */
        FAILED
    }
}
