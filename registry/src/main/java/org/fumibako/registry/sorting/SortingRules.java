// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding;

/** What delivery asks of sorting and automatic replies. Safe for any number of threads. */
public interface SortingRules {
    /** Answered from memory, at most a second old; {@link Sorting#NONE} for an account that does nothing with its mail. */
    Sorting of(AccountId account);

    /** A script of the account by name, active or not. */
    Optional<Source> script(AccountId account, String name);

    /** The target under which bounces of what a rule sends to that address are known; made at the first time. */
    Forwarding.Target target(AccountId account, EmailAddress address);

    /** Whether an id was remembered, and still is. */
    boolean isSeen(AccountId account, String id);

    /** Remembers an id. */
    void remember(AccountId account, String id, Instant until);

    /**
     * Whether a correspondent is to be answered, which is true once until {@code until}, whichever process asks.
     *
     * @param handle replies with the same handle count as one
     */
    boolean claimReply(AccountId account, EmailAddress correspondent, String handle, Instant until);

    /**
     * What an account does with its mail.
     *
     * @param domain the script of its domain, which runs first
     */
    record Sorting(Optional<Source> domain, Optional<Source> active, AutoReply reply) {
        public static final Sorting NONE = new Sorting(Optional.empty(), Optional.empty(), AutoReply.OFF);

        public boolean isNone() {
            return domain.isEmpty() && active.isEmpty() && !reply.on();
        }
    }

    /** The text of a script; it was sound when it was stored. */
    record Source(String name, String text) {}
}
