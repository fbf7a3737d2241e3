// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.filter;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.FilterPolicies.Kind;
import org.fumibako.registry.filter.SenderPattern;
import org.jspecify.annotations.Nullable;

/** 迷惑メールフィルタ設定 of a domain. */
public final class FilterEndpoints {
    private final FilterPolicies filters;

    public FilterEndpoints(FilterPolicies filters) {
        this.filters = filters;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/filter", "showFilter")
                        .says("How strict the spam filter is, what becomes of spam, and the two lists")
                        .may(Access.DOMAIN)
                        .gives(FilterView.class)
                        .by(call -> view(call, null)),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/filter", "setFilter")
                        .says("Sets everything but the lists")
                        .may(Access.DOMAIN)
                        .takes(FilterEdit.class)
                        .gives(FilterView.class)
                        .by(this::set),
                adding("allowed", "addAllowedSender", "Whose mail is never spam (ホワイトリスト)", Kind.ALLOW),
                removing("allowed", "deleteAllowedSender", Kind.ALLOW),
                adding("blocked", "addBlockedSender", "Whose mail always is spam (ブラックリスト)", Kind.BLOCK),
                removing("blocked", "deleteBlockedSender", Kind.BLOCK));
    }

    private Endpoint<NewFilterEntry, FilterView> adding(String list, String id, String summary, Kind kind) {
        return Endpoint.of(Method.POST, "/api/domains/{domain}/filter/" + list, id)
                .says(summary)
                .may(Access.DOMAIN)
                .takes(NewFilterEntry.class)
                .gives(FilterView.class)
                .refuses(ErrorCode.PATTERN_INVALID, ErrorCode.FILTER_LIST_FULL)
                .by(call -> {
                    SenderPattern pattern = pattern(call.request().pattern());
                    filters.add(name(call), kind, pattern, call.origin());
                    return view(call, call.undo());
                });
    }

    private Endpoint<Nothing, FilterView> removing(String list, String id, Kind kind) {
        return Endpoint.of(Method.DELETE, "/api/domains/{domain}/filter/" + list + "/{pattern}", id)
                .says("Takes a sender off the list")
                .may(Access.DOMAIN)
                .gives(FilterView.class)
                .refuses(ErrorCode.NOT_FOUND)
                .by(call -> {
                    SenderPattern pattern = new SenderPattern(call.path().getOrDefault("pattern", ""));
                    filters.remove(name(call), kind, pattern, call.origin());
                    return view(call, call.undo());
                });
    }

    private static SenderPattern pattern(String text) {
        try {
            return SenderPattern.parse(text);
        } catch (RegistryException refused) {
            throw ApiException.of(refused).at("pattern");
        }
    }

    private FilterView set(Call<FilterEdit> call) {
        filters.set(name(call), call.origin(), call.request()::after);
        return view(call, call.undo());
    }

    private FilterView view(Call<?> call, @Nullable Long undo) {
        return FilterView.of(filters.of(name(call)), undo);
    }

    private static DomainName name(Call<?> call) {
        return call.theDomain().name();
    }
}
