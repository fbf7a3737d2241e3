// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import org.fumibako.filter.Person;
import org.fumibako.registry.Account;

/** What is known of the owners of accounts. Safe for any number of threads. */
@FunctionalInterface
public interface People {
    Person of(Account account);
}
