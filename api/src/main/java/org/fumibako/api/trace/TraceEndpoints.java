// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.Journal;
import org.fumibako.journal.TracePage;
import org.fumibako.journal.TraceQuery;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;

/** Where messages went. Nobody is told of accounts that are not theirs: the journal is asked about named accounts only. */
public final class TraceEndpoints {
    private static final int DEFAULT_LIMIT = 30;
    private static final int MAX_TEXT = 200;

    private final Registry registry;
    private final Journal journal;
    private final Countries countries;

    public TraceEndpoints(Registry registry, Journal journal, Countries countries) {
        this.registry = registry;
        this.journal = journal;
        this.countries = countries;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/trace", "traceDomain")
                        .says("Where messages of the domain's accounts went")
                        .may(Access.DOMAIN)
                        .takes(TraceRequest.class)
                        .gives(TracedMessages.class)
                        .refuses(ErrorCode.FIELD_INVALID)
                        .by(this::ofDomain),
                Endpoint.of(Method.GET, "/api/accounts/{address}/trace", "traceAccount")
                        .says("Where messages of the account went")
                        .may(Access.ACCOUNT)
                        .takes(TraceRequest.class)
                        .gives(TracedMessages.class)
                        .refuses(ErrorCode.FIELD_INVALID)
                        .by(call -> trace(call.request(), List.of(call.theAccount()))));
    }

    private TracedMessages ofDomain(Call<TraceRequest> call) {
        List<Account> accounts = registry.accounts().list(call.theDomain().id());
        String wanted = call.request().account();
        if (wanted != null) {
            EmailAddress address = EmailAddress.parse(wanted)
                    .orElseThrow(() -> ApiException.of(ErrorCode.FIELD_INVALID).at("account"));
            accounts = accounts.stream()
                    .filter(account -> account.address().equals(address))
                    .toList();
        }
        return trace(call.request(), accounts);
    }

    private TracedMessages trace(TraceRequest request, List<Account> accounts) {
        String text = request.q() == null ? "" : request.q().strip();
        if (text.length() > MAX_TEXT) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("q");
        }
        int limit = request.limit() == null ? DEFAULT_LIMIT : request.limit();
        if (limit < 1 || limit > TraceQuery.MAX_LIMIT) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("limit");
        }
        Map<AccountId, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account.id(), account.address().toString()));
        Instant since = request.since() == null ? Instant.EPOCH : request.since();
        journal.flush();
        TracePage page = journal.trace(new TraceQuery(
                new TraceQuery.Wanted.Part(text),
                new TraceQuery.Whose.OfAccounts(names.keySet()),
                since,
                limit,
                request.before() == null ? OptionalLong.empty() : OptionalLong.of(request.before())));
        return new TracedMessages(
                page.lives().stream()
                        .map(life -> TracedMessage.of(life, names, countries))
                        .toList(),
                page.next().isPresent() ? page.next().getAsLong() : null);
    }
}
