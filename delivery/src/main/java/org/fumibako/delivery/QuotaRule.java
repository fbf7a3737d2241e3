// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.OptionalLong;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Account;
import org.fumibako.store.MessageStore;

/** Says at RCPT whether a message will fit (see the package). The store counts exactly; this is the early word. */
public final class QuotaRule {
    /** Octets that a message may grow beyond its declared size: the trace fields, and a sender that counts line ends as one. */
    static final long ALLOWANCE = 4 * 1024;

    private final MessageStore store;
    private final long largest;

    /** @param largest the largest message that is accepted at all */
    public QuotaRule(MessageStore store, ByteSize largest) {
        this.store = store;
        this.largest = largest.bytes();
    }

    /** How a message relates to a mailbox's free room. */
    public enum Fit {
        FITS,
        /** It may turn out not to fit: the recipient has to have a transaction of its own. */
        TIGHT,
        FULL
    }

    /** For the tightest of the accounts behind the recipient. */
    public Fit fit(Envelope.Recipient recipient, OptionalLong declaredSize) {
        Fit worst = Fit.FITS;
        for (Account account : recipient.accounts()) {
            Fit fit = fit(free(account.id(), account.quota().size()), declaredSize);
            worst = fit.compareTo(worst) > 0 ? fit : worst;
        }
        return worst;
    }

    private long free(AccountId account, ByteSize quota) {
        return quota.bytes() - store.usage(account).size().bytes();
    }

    static Fit fit(long free, OptionalLong declaredSize, long largest) {
        if (free <= 0 || declaredSize.orElse(0) > free) {
            return Fit.FULL;
        }
        long needed = declaredSize.isPresent()
                ? declaredSize.getAsLong() + declaredSize.getAsLong() / 8 + ALLOWANCE
                : largest + ALLOWANCE;
        return needed > free ? Fit.TIGHT : Fit.FITS;
    }

    private Fit fit(long free, OptionalLong declaredSize) {
        return fit(free, declaredSize, largest);
    }
}
