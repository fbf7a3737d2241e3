// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/** Sorts one message for the accounts that it reaches; asked twice about one, it says the same. */
@FunctionalInterface
public interface Sorting {
    /** Leaves everything where it was going. */
    Sorting NONE = (_, _) -> Sorted.UNTOUCHED;

    /** @param recipient the address that led to the account */
    Sorted of(Account account, EmailAddress recipient);
}
