// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.api.dns.DnsParts;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.Customer;
import org.fumibako.registry.DomainQuery;
import org.fumibako.registry.ListedDomain;
import org.fumibako.registry.PlanLimits;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;
import org.fumibako.registry.Usage;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;

/** A customer's contract and domains at a glance. */
public final class PortalEndpoints {
    private static final int FIRST = 100;

    private final Registry registry;
    private final MessageStore store;

    private final DomainStateReader states;
    private final AttentionReader attention;
    private final Clock clock;

    public PortalEndpoints(Registry registry, MessageStore store, DnsParts dns, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.states = new DomainStateReader(dns);
        this.attention = new AttentionReader(registry, store, states);
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/portal", "showPortal")
                        .says("The customer's plan, its use, and the domains")
                        .may(Access.CUSTOMER)
                        .gives(Portal.class)
                        .by(this::portal),
                Endpoint.of(Method.GET, "/api/customer", "showCustomer")
                        .says("The customer's own details")
                        .may(Access.CUSTOMER)
                        .gives(CustomerView.class)
                        .by(call -> view(customer(call), null)),
                Endpoint.of(Method.PATCH, "/api/customer", "changeCustomer")
                        .says("Changes the customer's name")
                        .may(Access.CUSTOMER)
                        .takes(CustomerEdit.class)
                        .gives(CustomerView.class)
                        .refuses(ErrorCode.CUSTOMER_NAME_INVALID)
                        .by(this::rename),
                Endpoint.of(Method.GET, "/api/domains", "listDomains")
                        .says(
                                "Domains of the customer, to operators everybody's; sort: name, customer, created, accounts")
                        .may(Access.CUSTOMER_OR_OPERATOR)
                        .takes(ListQuery.class)
                        .gives(DomainRows.class)
                        .by(this::domains),
                Endpoint.of(Method.GET, "/api/domain-states", "listDomainStates")
                        .says("How the domains are that listDomains gives for the same query")
                        .may(Access.CUSTOMER_OR_OPERATOR)
                        .takes(ListQuery.class)
                        .gives(DomainStates.class)
                        .by(this::states),
                Endpoint.of(Method.GET, "/api/attention", "showAttention")
                        .says("What the customer should look at (要対応), the worst first, five at most")
                        .may(Access.CUSTOMER)
                        .gives(Attention.class)
                        .by(call -> attention.of(call.actor().customer().orElseThrow(), clock.instant())),
                Endpoint.of(Method.GET, "/api/domains/{domain}", "showDomain")
                        .says("One domain")
                        .may(Access.DOMAIN)
                        .gives(DomainRow.class)
                        .by(this::domain));
    }

    private Portal portal(Call<Nothing> call) {
        Customer customer = customer(call);
        AccountList.Page<ListedDomain> domains = registry.domainList()
                .list(new DomainQuery(Optional.of(customer.id()), "", DomainQuery.Sort.NAME, false, 0, FIRST));
        Map<DomainId, Long> used = used(customer.id());
        PlanLimits limits = registry.limits(customer.id());
        Usage totals = registry.customers().used(customer.id());
        return new Portal(
                new Portal.Contract(customer.login(), customer.name(), customer.plan()),
                new Portal.PlanUse(
                        totals.domains(),
                        limits.domains(),
                        totals.accounts(),
                        limits.accounts(),
                        used.values().stream().mapToLong(Long::longValue).sum(),
                        totals.megabytes(),
                        limits.diskMegabytes(),
                        limits.messagesPerHour(),
                        limits.messagesPerDay()),
                domains.items().stream()
                        .map(domain -> DomainRow.of(
                                domain, used.getOrDefault(domain.domain().id(), 0L)))
                        .toList(),
                domains.total());
    }

    private static Customer customer(Call<?> call) {
        if (call.actor().require() instanceof Principal.Contractor contractor) {
            return contractor.customer();
        }
        throw ApiException.of(ErrorCode.NOT_ALLOWED);
    }

    private static CustomerView view(Customer customer, @Nullable Long undo) {
        return new CustomerView(customer.login(), customer.name(), customer.plan(), undo);
    }

    private CustomerView rename(Call<CustomerEdit> call) {
        Customer renamed = registry.customers()
                .rename(customer(call).login(), call.request().name().strip(), call.origin());
        return view(renamed, call.undo());
    }

    private DomainStates states(Call<ListQuery> call) {
        return new DomainStates(page(call).items().stream()
                .map(listed -> states.of(listed.domain().name(), clock.instant()))
                .toList());
    }

    private DomainRows domains(Call<ListQuery> call) {
        AccountList.Page<ListedDomain> page = page(call);
        return new DomainRows(rows(page.items()), page.total());
    }

    private AccountList.Page<ListedDomain> page(Call<ListQuery> call) {
        ListQuery query = call.request();
        return registry.domainList()
                .list(new DomainQuery(
                        call.actor().customer(),
                        query.text(),
                        query.column(DomainQuery.Sort.class, DomainQuery.Sort.NAME),
                        query.descending(),
                        query.from(),
                        query.most()));
    }

    private DomainRow domain(Call<Nothing> call) {
        ListedDomain listed = registry.domainList()
                .find(call.theDomain().id())
                .orElseThrow(() -> ApiException.of(ErrorCode.DOMAIN_NOT_FOUND));
        return rows(List.of(listed)).getFirst();
    }

    private List<DomainRow> rows(List<ListedDomain> domains) {
        Map<DomainId, Long> used = new HashMap<>();
        domains.stream()
                .map(listed -> listed.domain().customer())
                .distinct()
                .forEach(customer -> used.putAll(used(customer)));
        return domains.stream()
                .map(listed ->
                        DomainRow.of(listed, used.getOrDefault(listed.domain().id(), 0L)))
                .toList();
    }

    /** What a customer's domains hold. */
    private Map<DomainId, Long> used(CustomerId customer) {
        Map<DomainId, List<AccountId>> accounts = registry.domainList().accounts(customer);
        Map<AccountId, MessageStore.Usage> usage = store.usage(
                accounts.values().stream().flatMap(Collection::stream).toList());
        Map<DomainId, Long> used = new HashMap<>();
        accounts.forEach((domain, ids) -> used.put(
                domain,
                ids.stream()
                        .map(usage::get)
                        .filter(known -> known != null)
                        .mapToLong(known -> known.size().bytes())
                        .sum()));
        return used;
    }
}
