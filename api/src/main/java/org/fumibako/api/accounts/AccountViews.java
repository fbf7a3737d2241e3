// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.List;
import java.util.Map;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.model.AccountId;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.ListedAccount;
import org.fumibako.registry.Registry;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;

/** Accounts as the API shows them: what the registry knows, and what the store holds. */
final class AccountViews {
    private final Registry registry;
    private final MessageStore store;

    AccountViews(Registry registry, MessageStore store) {
        this.registry = registry;
        this.store = store;
    }

    List<AccountRow> rows(List<ListedAccount> listed) {
        Map<AccountId, MessageStore.Usage> usage =
                store.usage(listed.stream().map(one -> one.account().id()).toList());
        return listed.stream()
                .map(one -> AccountRow.of(one, usage.get(one.account().id())))
                .toList();
    }

    AccountRow row(Account account) {
        ListedAccount listed = registry.accountList()
                .find(account.id())
                .orElseThrow(() -> ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND));
        return rows(List.of(listed)).getFirst();
    }

    /** @throws ApiException when it is out of range */
    static Quota quota(@Nullable Integer megabytes) {
        if (megabytes == null) {
            return Quota.DEFAULT;
        }
        if (megabytes < Quota.MIN_MEGABYTES || megabytes > Quota.MAX_MEGABYTES) {
            throw ApiException.of(ErrorCode.QUOTA_OUT_OF_RANGE).at("quotaMegabytes");
        }
        return new Quota(megabytes);
    }
}
