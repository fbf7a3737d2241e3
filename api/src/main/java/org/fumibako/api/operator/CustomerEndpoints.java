// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.ContractChange;
import org.fumibako.registry.Customer;
import org.fumibako.registry.ListedCustomer;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;

/** Contract holders and plans. Every change is in the journal with the operator's name. */
public final class CustomerEndpoints {
    private final Registry registry;

    public CustomerEndpoints(Registry registry) {
        this.registry = registry;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/operator/plans", "listPlans")
                        .says("The plans and what they allow")
                        .may(Access.OPERATOR)
                        .gives(PlanRows.class)
                        .by(_ -> new PlanRows(registry.plans().list().stream()
                                .map(PlanRow::of)
                                .toList())),
                Endpoint.of(Method.GET, "/api/operator/customers", "listCustomers")
                        .says("Customers by login; q is a part of login, name or plan")
                        .may(Access.OPERATOR)
                        .takes(ListQuery.class)
                        .gives(CustomerRows.class)
                        .by(this::list),
                Endpoint.of(Method.POST, "/api/operator/customers", "addCustomer")
                        .says("Adds a customer, with a password to sign in with or without one")
                        .may(Access.OPERATOR)
                        .takes(NewCustomer.class)
                        .gives(CustomerRow.class)
                        .refuses(
                                ErrorCode.ALREADY_EXISTS,
                                ErrorCode.NOT_FOUND,
                                ErrorCode.CUSTOMER_NAME_INVALID,
                                ErrorCode.PASSWORD_TOO_SHORT,
                                ErrorCode.PASSWORD_TOO_LONG,
                                ErrorCode.PASSWORD_CONTROL_CHARACTER,
                                ErrorCode.PASSWORD_CONTAINS_ADDRESS,
                                ErrorCode.PASSWORD_COMMON)
                        .by(this::add),
                Endpoint.of(Method.PATCH, "/api/operator/customers/{customer}", "changeContract")
                        .says("Renames a customer, gives it another plan, suspends or resumes it")
                        .may(Access.OPERATOR)
                        .takes(CustomerChange.class)
                        .gives(CustomerRow.class)
                        .refuses(ErrorCode.NOT_FOUND, ErrorCode.CUSTOMER_NAME_INVALID)
                        .by(this::change));
    }

    private CustomerRows list(Call<ListQuery> call) {
        ListQuery query = call.request();
        AccountList.Page<ListedCustomer> page = registry.customerList().list(query.text(), query.from(), query.most());
        return new CustomerRows(page.items().stream().map(CustomerRow::of).toList(), page.total());
    }

    private CustomerRow add(Call<NewCustomer> call) {
        NewCustomer wish = call.request();
        String plan = wish.plan() == null ? Plan.STANDARD : wish.plan();
        String login = wish.login().strip().toLowerCase(Locale.ROOT);
        String name = wish.name().strip();
        Customer added = wish.password() == null
                ? registry.customers().add(login, name, plan, call.origin())
                : registry.logins().addCustomer(login, name, plan, wish.password(), call.origin());
        return CustomerRow.of(added, registry.customers().used(added.id()));
    }

    private CustomerRow change(Call<CustomerChange> call) {
        String login = call.path().getOrDefault("customer", "");
        CustomerChange wish = call.request();
        ContractChange change = new ContractChange(
                Optional.ofNullable(wish.name()).map(String::strip),
                Optional.ofNullable(wish.plan()),
                Optional.ofNullable(wish.suspended()));
        Customer changed = registry.customers().change(login, change, call.origin());
        return CustomerRow.of(changed, registry.customers().used(changed.id()));
    }
}
