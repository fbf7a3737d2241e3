// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;

/** Whose mail it is: who may see and steer it, and whose turn it uses up. Nobody's are the server's own notifications. */
public record Owner(Optional<AccountId> account, Optional<CustomerId> customer) {
    public static final Owner NOBODY = new Owner(Optional.empty(), Optional.empty());

    /** Lanes take turns, so that one account's thousands do not hold up another's few. */
    public long lane() {
        return account.map(AccountId::value).orElse(0L);
    }
}
