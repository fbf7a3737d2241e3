// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Instant;
import org.fumibako.registry.ListedDomain;

/**
 * A domain in a list.
 *
 * @param name as DNS has it
 * @param displayName as people write it
 * @param customer the login of whose it is
 * @param usedBytes what its accounts hold
 * @param quotaMegabytes what its accounts may hold
 */
record DomainRow(
        String name,
        String displayName,
        String customer,
        boolean suspended,
        long accounts,
        long usedBytes,
        long quotaMegabytes,
        Instant created) {
    static DomainRow of(ListedDomain listed, long usedBytes) {
        return new DomainRow(
                listed.domain().name().ascii(),
                listed.domain().name().unicode(),
                listed.customer(),
                listed.domain().suspended(),
                listed.accounts(),
                usedBytes,
                listed.quotaMegabytes(),
                listed.created());
    }
}
