// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.store.MessageStore;

/** Says at RCPT whether a message will fit (see the package). The store counts exactly; this is the early word. */
public final class QuotaRule {
    /** Octets that a message may grow beyond its declared size: the trace fields, and a sender that counts line ends as one. */
    static final long ALLOWANCE = 4 * 1024;

    /**
     * Octets of free room beyond what a message needs that make it pointless to ask the store again at once: no account
     * takes in so much within {@link #REMEMBERED}, and if one does, the store still refuses what does not fit.
     */
    static final long PLENTY = 64L << 20;

    /** How long such an account is taken at its last word. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** Accounts remembered; beyond it the memory starts afresh. */
    private static final int MAX_REMEMBERED = 10_000;

    private final MessageStore store;
    private final long largest;
    private final LongSupplier nanoTime;
    private final Optional<Onward> onward;
    private final ConcurrentMap<AccountId, Room> roomy = new ConcurrentHashMap<>();

    /** @param largest the largest message that is accepted at all */
    public QuotaRule(MessageStore store, ByteSize largest) {
        this(store, largest, System::nanoTime, Optional.empty());
    }

    /** One that knows that an account may forward its mail and keep none of it. */
    public QuotaRule(MessageStore store, ByteSize largest, Directory directory, ForwardRules rules) {
        this(store, largest, System::nanoTime, Optional.of(new Onward(directory, rules)));
    }

    QuotaRule(MessageStore store, ByteSize largest, LongSupplier nanoTime) {
        this(store, largest, nanoTime, Optional.empty());
    }

    private QuotaRule(MessageStore store, ByteSize largest, LongSupplier nanoTime, Optional<Onward> onward) {
        this.store = store;
        this.largest = largest.bytes();
        this.nanoTime = nanoTime;
        this.onward = onward;
    }

    /** What was used, seen at this time. */
    private record Room(long used, long seenAt) {}

    /** How a message relates to a mailbox's free room. */
    public enum Fit {
        FITS,
        /** It may turn out not to fit: the recipient has to have a transaction of its own. */
        TIGHT,
        FULL
    }

    /**
     * For the tightest of the accounts behind the recipient. One that is full and only forwards is tight: as a rule the message goes
     * on, but what is junk, or comes back, has to stay.
     */
    public Fit fit(Envelope.Recipient recipient, OptionalLong declaredSize) {
        Fit worst = Fit.FITS;
        for (Account account : recipient.accounts()) {
            Fit fit = fit(account, declaredSize);
            if (fit == Fit.FULL && onward.isPresent() && onward.get().leaves(account, hasRoom(declaredSize))) {
                fit = Fit.TIGHT;
            }
            worst = fit.compareTo(worst) > 0 ? fit : worst;
        }
        return worst;
    }

    /** For a recipient whose accounts forward nothing of it. */
    public Fit fitHere(Envelope.Recipient recipient, OptionalLong declaredSize) {
        return recipient.accounts().stream()
                .map(account -> fit(account, declaredSize))
                .max(Fit::compareTo)
                .orElse(Fit.FITS);
    }

    private Predicate<Account> hasRoom(OptionalLong declaredSize) {
        return account -> fit(account, declaredSize) != Fit.FULL;
    }

    private Fit fit(Account account, OptionalLong declaredSize) {
        long quota = account.quota().size().bytes();
        Room known = roomy.get(account.id());
        if (known != null
                && nanoTime.getAsLong() - known.seenAt() < REMEMBERED.toNanos()
                && quota - known.used() > needed(declaredSize, largest) + PLENTY) {
            return Fit.FITS;
        }
        long used = store.usage(account.id()).size().bytes();
        remember(account.id(), used, quota);
        return fit(quota - used, declaredSize, largest);
    }

    private void remember(AccountId account, long used, long quota) {
        if (quota - used <= PLENTY) {
            roomy.remove(account);
            return;
        }
        if (roomy.size() >= MAX_REMEMBERED) {
            roomy.clear();
        }
        roomy.put(account, new Room(used, nanoTime.getAsLong()));
    }

    static Fit fit(long free, OptionalLong declaredSize, long largest) {
        if (free <= 0 || declaredSize.orElse(0) > free) {
            return Fit.FULL;
        }
        return needed(declaredSize, largest) > free ? Fit.TIGHT : Fit.FITS;
    }

    /** What a message may come to at most, as far as the sender has said. */
    private static long needed(OptionalLong declaredSize, long largest) {
        long size = Math.min(declaredSize.orElse(largest), Long.MAX_VALUE / 4);
        return size + ALLOWANCE + (declaredSize.isPresent() ? size / 8 : 0);
    }
}
