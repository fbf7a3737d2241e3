// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.Map;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.SmtpReply;

/**
 * What becomes of one message for each account that it was sent to.
 *
 * @param refusal what the sender is told instead, because it is a virus
 */
public record Rulings(Map<AccountId, Ruling> byAccount, Optional<SmtpReply> refusal) {
    /** Of a message that is not judged. */
    public static final Rulings NONE = new Rulings(Map.of());

    public Rulings {
        byAccount = Map.copyOf(byAccount);
    }

    public Rulings(Map<AccountId, Ruling> byAccount) {
        this(byAccount, Optional.empty());
    }

    static Rulings refused(SmtpReply reply) {
        return new Rulings(Map.of(), Optional.of(reply));
    }

    public Ruling of(AccountId account) {
        return byAccount.getOrDefault(account, Ruling.UNTOUCHED);
    }
}
