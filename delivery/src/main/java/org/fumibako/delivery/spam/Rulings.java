// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.Map;
import org.fumibako.model.AccountId;

/** What becomes of one message for each account that it was sent to. */
public record Rulings(Map<AccountId, Ruling> byAccount) {
    /** Of a message that is not judged. */
    public static final Rulings NONE = new Rulings(Map.of());

    public Rulings {
        byAccount = Map.copyOf(byAccount);
    }

    public Ruling of(AccountId account) {
        return byAccount.getOrDefault(account, Ruling.UNTOUCHED);
    }
}
