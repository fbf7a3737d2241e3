// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.ListQuery;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainId;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.Registry;
import org.fumibako.registry.history.ChangeQuery;
import org.fumibako.registry.history.ChangeRow;

/** 操作履歴: what was changed by whom, and its undoing. */
public final class HistoryEndpoints {
    private final Registry registry;
    private final Clock clock;

    public HistoryEndpoints(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/history", "listHistory")
                        .says("Changes of the customer's, of the owner's account, or to operators of everybody's")
                        .may(Access.SIGNED_IN)
                        .takes(ListQuery.class)
                        .gives(ChangeViews.class)
                        .by(call -> list(
                                call, Optional.empty(), call.actor().account().map(own -> own.id()))),
                Endpoint.of(Method.GET, "/api/domains/{domain}/history", "listDomainHistory")
                        .says("Changes of a domain's")
                        .may(Access.DOMAIN)
                        .takes(ListQuery.class)
                        .gives(ChangeViews.class)
                        .by(call -> list(call, Optional.of(call.theDomain().id()), Optional.empty())),
                Endpoint.of(Method.GET, "/api/accounts/{address}/history", "listAccountHistory")
                        .says("Changes of an account's")
                        .may(Access.ACCOUNT)
                        .takes(ListQuery.class)
                        .gives(ChangeViews.class)
                        .by(call -> list(
                                call,
                                Optional.empty(),
                                Optional.of(call.theAccount().id()))),
                Endpoint.of(Method.POST, "/api/undo/{undo}", "undo")
                        .says("Takes a change back; what it answers takes the taking back back")
                        .may(Access.SIGNED_IN)
                        .gives(Done.class)
                        .refuses(ErrorCode.NOT_FOUND, ErrorCode.UNDO_OVER, ErrorCode.UNDO_OVERTAKEN)
                        .by(this::undo));
    }

    private ChangeViews list(Call<ListQuery> call, Optional<DomainId> domain, Optional<AccountId> account) {
        ListQuery query = call.request();
        AccountList.Page<ChangeRow> page = registry.history()
                .list(new ChangeQuery(
                        call.actor().customer(), domain, account, query.text(), query.from(), query.most()));
        Instant now = clock.instant();
        return new ChangeViews(
                page.items().stream()
                        .map(row -> ChangeView.of(row, now, mayUndo(call.actor(), row)))
                        .toList(),
                page.total());
    }

    private Done undo(Call<Nothing> call) {
        long id = call.number("undo");
        List<ChangeRow> rows = registry.history().bundle(id);
        if (rows.isEmpty() || !rows.stream().allMatch(row -> mayUndo(call.actor(), row))) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        registry.history().undo(id, call.origin());
        return new Done(call.undo());
    }

    /** Nobody takes back what somebody above them did: an owner not the customer's settings, a customer not an operator's. */
    private static boolean mayUndo(Actor actor, ChangeRow row) {
        return switch (actor.role()) {
            case OPERATOR -> true;
            case CUSTOMER ->
                row.customer().equals(actor.customer())
                        && (row.actor().startsWith("customer ") || row.actor().startsWith("account "));
            case OWNER ->
                row.account().equals(actor.account().map(own -> own.id()))
                        && row.actor().startsWith("account ");
            case ANONYMOUS -> false;
        };
    }
}
