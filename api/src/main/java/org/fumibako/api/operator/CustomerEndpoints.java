// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.Customer;
import org.fumibako.registry.Customers;
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
                        .says("Adds a customer")
                        .may(Access.OPERATOR)
                        .takes(NewCustomer.class)
                        .gives(CustomerRow.class)
                        .refuses(ErrorCode.ALREADY_EXISTS, ErrorCode.NOT_FOUND, ErrorCode.CUSTOMER_NAME_INVALID)
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
        Customer added = registry.customers().add(login, wish.name().strip(), plan, call.origin());
        if (wish.password() != null) {
            registry.logins().customerPassword(login, wish.password(), call.origin());
        }
        return row(added.login());
    }

    private CustomerRow change(Call<CustomerChange> call) {
        String login = call.path().getOrDefault("customer", "");
        CustomerChange wish = call.request();
        Customers customers = registry.customers();
        row(login);
        Optional.ofNullable(wish.name()).ifPresent(name -> customers.rename(login, name.strip(), call.origin()));
        Optional.ofNullable(wish.plan()).ifPresent(plan -> customers.changePlan(login, plan, call.origin()));
        Optional.ofNullable(wish.suspended()).ifPresent(state -> customers.suspend(login, state, call.origin()));
        return row(login);
    }

    private CustomerRow row(String login) {
        Customer customer = registry.customers().find(login).orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
        return CustomerRow.of(customer, registry.customers().used(customer.id()));
    }
}
