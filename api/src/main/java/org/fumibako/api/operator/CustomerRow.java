// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import org.fumibako.registry.Customer;
import org.fumibako.registry.ListedCustomer;
import org.fumibako.registry.Usage;

/**
 * A customer and what it uses of its plan.
 *
 * @param quotaMegabytes what the quotas of its accounts add up to
 */
record CustomerRow(
        String login, String name, String plan, boolean suspended, long domains, long accounts, long quotaMegabytes) {
    static CustomerRow of(ListedCustomer listed) {
        return of(listed.customer(), listed.used());
    }

    static CustomerRow of(Customer customer, Usage used) {
        return new CustomerRow(
                customer.login(),
                customer.name(),
                customer.plan(),
                customer.suspended(),
                used.domains(),
                used.accounts(),
                used.megabytes());
    }
}
