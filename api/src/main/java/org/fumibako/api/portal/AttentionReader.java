// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.api.portal.Attention.AttentionItem;
import org.fumibako.api.portal.Attention.Reason;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;
import org.fumibako.store.MessageStore;

/** Finds what a customer should look at. */
final class AttentionReader {
    /** Shares of a quota in percent. */
    private static final int ALMOST_FULL = 95;

    private static final int FILLING = 80;

    /** More than so many nobody reads; the list of accounts has them all. */
    private static final int MOST = 5;

    private final Registry registry;
    private final MessageStore store;
    private final DomainStateReader states;

    AttentionReader(Registry registry, MessageStore store, DomainStateReader states) {
        this.registry = registry;
        this.store = store;
        this.states = states;
    }

    Attention of(CustomerId customer, Instant now) {
        List<AttentionItem> items = new ArrayList<>();
        List<Domain> domains = registry.domains().list(customer);
        for (Domain domain : domains) {
            items.addAll(ofDomain(states.of(domain.name(), now)));
            items.addAll(ofAccounts(domain));
        }
        registry.pacing().list().stream()
                .filter(paced -> paced.account().customer().equals(customer))
                .map(paced -> item(Reason.TAKEOVER, paced.account()))
                .forEach(items::add);
        List<AttentionItem> worst = items.stream()
                .sorted(Comparator.comparing(AttentionItem::reason)
                        .thenComparing(Comparator.comparingDouble(AttentionReader::share)
                                .reversed()))
                .limit(MOST)
                .toList();
        return new Attention(worst, items.size());
    }

    private static List<AttentionItem> ofDomain(DomainState state) {
        List<AttentionItem> items = new ArrayList<>();
        if (state.nameServers() == DomainState.Delegation.NOT_DELEGATED) {
            items.add(new AttentionItem(Reason.NOT_DELEGATED, state.name(), state.name(), 0, 0, null));
        } else if (state.settledAt() != null) {
            items.add(new AttentionItem(
                    Reason.NAME_SERVERS_SETTLING, state.name(), state.name(), 0, 0, state.settledAt()));
        }
        if (!state.spf()) {
            items.add(new AttentionItem(Reason.NO_SPF, state.name(), state.name(), 0, 0, null));
        }
        return items;
    }

    private List<AttentionItem> ofAccounts(Domain domain) {
        List<Account> accounts = registry.accounts().list(domain.id());
        Map<AccountId, MessageStore.Usage> usage =
                store.usage(accounts.stream().map(Account::id).toList());
        List<AttentionItem> items = new ArrayList<>();
        for (Account account : accounts) {
            long used = Optional.ofNullable(usage.get(account.id()))
                    .map(known -> known.size().bytes())
                    .orElse(0L);
            int percent = (int) (100 * used / Math.max(1, account.quota().size().bytes()));
            if (percent >= FILLING) {
                Reason reason = percent >= ALMOST_FULL ? Reason.ALMOST_FULL : Reason.FILLING;
                items.add(new AttentionItem(
                        reason,
                        domain.name().ascii(),
                        account.address().toString(),
                        used,
                        account.quota().megabytes(),
                        null));
            }
        }
        return items;
    }

    private static AttentionItem item(Reason reason, Account account) {
        return new AttentionItem(
                reason, account.address().domain().ascii(), account.address().toString(), 0, 0, null);
    }

    private static double share(AttentionItem item) {
        return item.quotaMegabytes() == 0 ? 0 : (double) item.usedBytes() / item.quotaMegabytes();
    }
}
