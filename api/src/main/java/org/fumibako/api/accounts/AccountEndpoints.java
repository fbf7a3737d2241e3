// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.AccountQuery;
import org.fumibako.registry.ListedAccount;
import org.fumibako.registry.Registry;
import org.fumibako.store.MessageStore;

/** メールアカウント設定: the accounts of a domain. */
public final class AccountEndpoints {
    private final Registry registry;
    private final MessageStore store;
    private final AccountViews views;

    public AccountEndpoints(Registry registry, MessageStore store) {
        this.registry = registry;
        this.store = store;
        this.views = new AccountViews(registry, store);
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/accounts", "listAccounts")
                        .says("Accounts of a domain; sort: address, name, quota, created, last-sign-in")
                        .may(Access.DOMAIN)
                        .takes(ListQuery.class)
                        .gives(AccountRows.class)
                        .by(this::list),
                Endpoint.of(Method.POST, "/api/domains/{domain}/accounts", "addAccount")
                        .says("Adds an account")
                        .may(Access.DOMAIN)
                        .takes(NewAccount.class)
                        .gives(AccountChanged.class)
                        .refuses(
                                ErrorCode.ADDRESS_INVALID,
                                ErrorCode.ACCOUNT_EXISTS,
                                ErrorCode.ALIAS_EXISTS,
                                ErrorCode.ACCOUNT_NAME_INVALID,
                                ErrorCode.QUOTA_OUT_OF_RANGE,
                                ErrorCode.PLAN_ACCOUNTS,
                                ErrorCode.PLAN_QUOTA,
                                ErrorCode.PASSWORD_TOO_SHORT,
                                ErrorCode.PASSWORD_TOO_LONG,
                                ErrorCode.PASSWORD_CONTROL_CHARACTER,
                                ErrorCode.PASSWORD_CONTAINS_ADDRESS,
                                ErrorCode.PASSWORD_COMMON)
                        .by(this::add),
                Endpoint.of(Method.GET, "/api/accounts/{address}", "showAccount")
                        .says("One account")
                        .may(Access.ACCOUNT)
                        .gives(AccountRow.class)
                        .by(call -> views.row(call.theAccount())),
                Endpoint.of(Method.PATCH, "/api/accounts/{address}", "changeAccount")
                        .says("Changes name, quota (容量変更), or whether it is suspended")
                        .may(Access.ACCOUNT_MANAGER)
                        .takes(AccountEdit.class)
                        .gives(AccountChanged.class)
                        .refuses(ErrorCode.ACCOUNT_NAME_INVALID, ErrorCode.QUOTA_OUT_OF_RANGE, ErrorCode.PLAN_QUOTA)
                        .by(this::change),
                new ChangePassword(registry).endpoint(),
                Endpoint.of(Method.DELETE, "/api/accounts/{address}", "deleteAccount")
                        .says("Deletes an account: it receives nothing from now on, and can be brought back for 7 days")
                        .may(Access.ACCOUNT_MANAGER)
                        .gives(Done.class)
                        .refuses(ErrorCode.ACCOUNT_IS_ONLY_TARGET)
                        .by(this::delete));
    }

    private AccountRows list(Call<ListQuery> call) {
        ListQuery query = call.request();
        AccountList.Page<ListedAccount> page = registry.accountList()
                .list(new AccountQuery(
                        call.theDomain().id(),
                        query.text(),
                        query.column(AccountQuery.Sort.class, AccountQuery.Sort.ADDRESS),
                        query.descending(),
                        query.from(),
                        query.most()));
        return new AccountRows(views.rows(page.items()), page.total());
    }

    private AccountChanged add(Call<NewAccount> call) {
        NewAccount wanted = call.request();
        String text = wanted.localPart().strip() + "@" + call.theDomain().name();
        EmailAddress address = EmailAddress.parse(text)
                .filter(parsed -> parsed.domain().equals(call.theDomain().name()))
                .orElseThrow(() -> ApiException.of(ErrorCode.ADDRESS_INVALID, "address", text)
                        .at("localPart"));
        String name = wanted.name() == null ? "" : wanted.name().strip();
        Account account = registry.accounts()
                .add(address, name, AccountViews.quota(wanted.quotaMegabytes()), wanted.password(), call.origin());
        store.createAccount(account.id());
        return new AccountChanged(views.row(account), call.undo());
    }

    private AccountChanged change(Call<AccountEdit> call) {
        AccountEdit edit = call.request();
        EmailAddress address = call.theAccount().address();
        if (edit.quotaMegabytes() != null
                && edit.quotaMegabytes() != call.theAccount().quota().megabytes()) {
            registry.accounts().changeQuota(address, AccountViews.quota(edit.quotaMegabytes()), call.origin());
        }
        if (edit.name() != null) {
            registry.accounts().rename(address, edit.name().strip(), call.origin());
        }
        if (edit.suspended() != null) {
            registry.accounts().suspend(address, edit.suspended(), call.origin());
        }
        return new AccountChanged(views.row(call.theAccount()), call.undo());
    }

    private Done delete(Call<Nothing> call) {
        registry.retirement().retire(call.theAccount().address(), call.origin());
        return new Done(call.undo());
    }
}
