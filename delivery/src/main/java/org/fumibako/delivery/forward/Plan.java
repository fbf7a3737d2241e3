// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.List;
import org.fumibako.delivery.sorting.Box;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.ForwardRules.Owned;
import org.fumibako.registry.Forwarding.Target;

/**
 * Where a message goes.
 *
 * @param places mailboxes here, each account once
 * @param ways targets elsewhere, each once
 * @param hops from account to account here
 * @param sorted the accounts that have rules
 * @param misses what does not go on although it should; the accounts have it in their mailbox
 */
public record Plan(List<Place> places, List<Way> ways, List<Hop> hops, List<Miss> misses, List<Visit> sorted) {
    public Plan {
        sorted = List.copyOf(sorted);
        places = List.copyOf(places);
        ways = List.copyOf(ways);
        hops = List.copyOf(hops);
        misses = List.copyOf(misses);
    }

    /**
     * An account that has it, and the address that led to it.
     *
     * @param boxes the mailboxes it is filed in, at least one
     */
    public record Place(Account account, EmailAddress address, List<Box> boxes) {
        /** In the usual mailbox. */
        public Place(Account account, EmailAddress address) {
            this(account, address, List.of(Box.USUAL));
        }

        public Place {
            boxes = List.copyOf(boxes);
        }
    }

    /** An account that was reached, and what its rules wanted. */
    public record Visit(Account account, EmailAddress address, Sorted sorted) {}

    /**
     * A target elsewhere.
     *
     * @param trail the addresses of the accounts that it has passed, {@code by} last
     * @param kept whether {@code by} has it too
     * @param attached whether it goes inside a message from the account
     */
    public record Way(Account by, List<EmailAddress> trail, Target target, boolean kept, boolean attached) {
        public Way {
            trail = List.copyOf(trail);
        }
    }

    /** A target here that is reached. */
    public record Hop(Account by, Target target) {}

    /** @param fault whether it is held against the target */
    public record Miss(Account by, Target target, String why, boolean fault) {
        Owned owned() {
            return new Owned(by.id(), target);
        }
    }
}
