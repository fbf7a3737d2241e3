// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.List;
import java.util.Set;
import org.fumibako.delivery.sorting.Sorting;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/**
 * A message as forwarding sees it.
 *
 * @param arrivals the accounts that the sender wrote to, each once
 * @param passed keys of the addresses that forwarded it already
 * @param elsewhere keys of the addresses that the sender sends it to by himself
 * @param goesOn false for what no account forwards: junk
 * @param unproven whether its targets would take it for forged
 * @param sorting what rules make of it
 */
public record Incoming(
        List<Entry> arrivals,
        Set<String> passed,
        Set<String> elsewhere,
        boolean goesOn,
        boolean unproven,
        Sorting sorting) {
    /** One that no rules are about. */
    public Incoming(List<Entry> arrivals, Set<String> passed, Set<String> elsewhere, boolean goesOn, boolean unproven) {
        this(arrivals, passed, elsewhere, goesOn, unproven, Sorting.NONE);
    }

    public Incoming {
        arrivals = List.copyOf(arrivals);
        passed = Set.copyOf(passed);
        elsewhere = Set.copyOf(elsewhere);
    }

    /**
     * An account and the address under which it was reached.
     *
     * @param sorts whether its rules are asked
     * @param forwards whether it goes on; neither mail to a reverse path of ours does, nor spam
     */
    public record Entry(Account account, EmailAddress address, boolean sorts, boolean forwards) {
        /** @param stays whether it is neither sorted nor forwarded */
        public Entry(Account account, EmailAddress address, boolean stays) {
            this(account, address, !stays, !stays);
        }
    }
}
