// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;

/**
 * Which rows to read.
 *
 * @param about whose; everybody's when empty
 * @param since rows from then on; {@link Instant#EPOCH} for all
 * @param newestFirst or oldest first
 * @param limit rows at most, 1 to {@link #MAX_LIMIT}
 */
public record JournalQuery(Optional<About> about, Instant since, boolean newestFirst, int limit) {
    /** Rows in one answer, which is held in memory. */
    public static final int MAX_LIMIT = 10_000;

    public JournalQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static JournalQuery latest(int limit) {
        return new JournalQuery(Optional.empty(), Instant.EPOCH, true, limit);
    }

    public static JournalQuery latest(AccountId account, int limit) {
        return new JournalQuery(Optional.of(new About.OfAccount(account)), Instant.EPOCH, true, limit);
    }

    /** Whom a row concerns. */
    public sealed interface About {
        record OfAccount(AccountId account) implements About {}

        /** An address or login that was nobody's account, in any case: an unknown recipient, a mistyped login. */
        record OfAddress(String address) implements About {}
    }
}
