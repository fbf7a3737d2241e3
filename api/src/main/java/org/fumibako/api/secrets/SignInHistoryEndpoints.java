// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery.About;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.SignInQuery;

/** ログイン履歴: who signed in, or tried to, from where and with what; of rows that are the same, one an hour is kept. */
public final class SignInHistoryEndpoints {
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    private final Journal journal;
    private final Countries countries;

    public SignInHistoryEndpoints(Journal journal, Countries countries) {
        this.journal = journal;
        this.countries = countries;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/sign-ins", "listOwnSignIns")
                        .says("The sign-ins of whoever asks, over 90 days")
                        .may(Access.SIGNED_IN)
                        .takes(SignInQueryRequest.class)
                        .gives(SignInRows.class)
                        .by(call -> list(call, own(call))),
                Endpoint.of(Method.GET, "/api/accounts/{address}/sign-ins", "listSignIns")
                        .says("The sign-ins of an account, over 90 days")
                        .may(Access.ACCOUNT)
                        .takes(SignInQueryRequest.class)
                        .gives(SignInRows.class)
                        .by(call ->
                                list(call, new About.OfAccount(call.theAccount().id()))));
    }

    private static About own(Call<?> call) {
        return call.actor()
                .account()
                .<About>map(account -> new About.OfAccount(account.id()))
                .orElseGet(() -> new About.OfAddress(call.actor().require().login()));
    }

    private SignInRows list(Call<SignInQueryRequest> call, About about) {
        Integer limit = call.request().limit();
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (most < 1 || most > MAX_LIMIT) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("limit");
        }
        Long before = call.request().before();
        List<JournalRow> rows =
                journal.signIns(new SignInQuery(about, before == null ? Long.MAX_VALUE : before, most + 1));
        boolean more = rows.size() > most;
        List<JournalRow> shown = more ? rows.subList(0, most) : rows;
        return new SignInRows(
                shown.stream().map(row -> SignInRow.of(row, countries)).toList(),
                more ? shown.getLast().id() : null);
    }
}
