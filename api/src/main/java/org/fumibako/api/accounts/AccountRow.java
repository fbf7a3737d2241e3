// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.time.Instant;
import org.fumibako.registry.ListedAccount;
import org.fumibako.registry.Retirement;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;

/**
 * A mail account in a list.
 *
 * @param name a note for people; may be empty
 * @param autoReply whether senders get an automatic reply now
 * @param lastSignIn over all protocols, up to an hour old; null when nobody signed in within 90 days
 * @param removedOn when an account that was deleted goes for good
 */
record AccountRow(
        String address,
        String name,
        State state,
        long usedBytes,
        long messages,
        int quotaMegabytes,
        Forwards forwarding,
        boolean autoReply,
        @Nullable Instant lastSignIn,
        Instant created,
        @Nullable Instant removedOn) {
    /** What an account does. */
    enum State {
        ACTIVE,
        /** Itself, its domain or its customer. */
        SUSPENDED,
        /** Deleted, and still to be brought back. */
        DELETING
    }

    /** In short: to how many addresses, how many of them are stopped, and whether mail stays here too. */
    record Forwards(long targets, long stopped, boolean keeps) {}

    static AccountRow of(ListedAccount listed, MessageStore.@Nullable Usage usage) {
        return new AccountRow(
                listed.account().address().toString(),
                listed.name(),
                state(listed),
                usage == null ? 0 : usage.size().bytes(),
                usage == null ? 0 : usage.messages(),
                listed.account().quota().megabytes(),
                new Forwards(listed.forwards(), listed.stoppedForwards(), listed.keeps()),
                listed.answers(),
                listed.lastSignIn().orElse(null),
                listed.created(),
                listed.retired().map(at -> at.plus(Retirement.PERIOD)).orElse(null));
    }

    private static State state(ListedAccount listed) {
        if (listed.retired().isPresent()) {
            return State.DELETING;
        }
        return listed.account().suspended() ? State.SUSPENDED : State.ACTIVE;
    }
}
