// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Download;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Names;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.AccountQuery;
import org.fumibako.registry.ListedAccount;
import org.fumibako.registry.Registry;
import org.fumibako.store.MessageStore;

/** Many accounts at once: a table out, a table in, one quota for all. */
public final class BulkEndpoints {
    /** Accounts in one change of quotas. */
    private static final int MAX_ACCOUNTS = 1_000;

    private final Registry registry;
    private final MessageStore store;
    private final AccountViews views;

    public BulkEndpoints(Registry registry, MessageStore store) {
        this.registry = registry;
        this.store = store;
        this.views = new AccountViews(registry, store);
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/accounts.csv", "exportAccounts")
                        .says("All accounts as a CSV in UTF-8, as spreadsheets open it; without passwords")
                        .may(Access.DOMAIN)
                        .gives(Download.class)
                        .by(this::export),
                new ImportAccounts(registry, store).endpoint(),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/accounts/quota", "changeQuotas")
                        .says("Gives up to 1,000 accounts one quota, all or none")
                        .may(Access.DOMAIN)
                        .takes(QuotaRequest.class)
                        .gives(QuotaChanged.class)
                        .refuses(ErrorCode.QUOTA_OUT_OF_RANGE, ErrorCode.PLAN_QUOTA, ErrorCode.ACCOUNT_NOT_FOUND)
                        .by(this::quotas));
    }

    private Download export(Call<Nothing> call) {
        StringBuilder csv = new StringBuilder("\ufeff");
        csv.append(Csv.line(List.of("address", "name", "quota_mb", "used_mb", "state", "last_sign_in", "created")));
        List<ListedAccount> page = page(call, 0);
        for (long offset = 0; !page.isEmpty(); page = page(call, offset)) {
            views.rows(page).forEach(row -> csv.append(Csv.line(cells(row))));
            offset += page.size();
        }
        String name = "accounts-" + call.theDomain().name() + ".csv";
        return new Download(name, "text/csv;charset=utf-8", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<ListedAccount> page(Call<?> call, long offset) {
        return registry.accountList()
                .list(new AccountQuery(
                        call.theDomain().id(), "", AccountQuery.Sort.ADDRESS, false, offset, ListQuery.MAX_LIMIT))
                .items();
    }

    private static List<String> cells(AccountRow row) {
        Instant seen = row.lastSignIn();
        return List.of(
                row.address(),
                row.name(),
                String.valueOf(row.quotaMegabytes()),
                String.valueOf(row.usedBytes() >> 20),
                Names.kebab(row.state()),
                seen == null ? "" : seen.toString(),
                row.created().toString());
    }

    private QuotaChanged quotas(Call<QuotaRequest> call) {
        Quota quota = AccountViews.quota(call.request().quotaMegabytes());
        if (call.request().addresses().size() > MAX_ACCOUNTS) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("addresses");
        }
        List<Account> accounts = new ArrayList<>();
        for (String text : call.request().addresses()) {
            accounts.add(EmailAddress.parse(text)
                    .flatMap(registry.accounts()::find)
                    .filter(account -> account.domain().equals(call.theDomain().id()))
                    .orElseThrow(
                            () -> ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND).at("addresses")));
        }
        accounts.removeIf(account -> account.quota().equals(quota));
        requirePlan(call, accounts, quota);
        accounts.forEach(account -> registry.accounts().changeQuota(account.address(), quota, call.origin()));
        return new QuotaChanged(accounts.size(), call.undo());
    }

    private void requirePlan(Call<?> call, List<Account> accounts, Quota quota) {
        long more = accounts.stream()
                .mapToLong(account -> (long) quota.megabytes() - account.quota().megabytes())
                .sum();
        long limit = registry.limits(call.theDomain().customer()).diskMegabytes();
        long used = registry.customers().used(call.theDomain().customer()).megabytes();
        if (more > 0 && used + more > limit) {
            throw ApiException.of(ErrorCode.PLAN_QUOTA, "limit", String.valueOf(limit));
        }
    }
}
