// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Steering;

/** Accounts that somebody else seemed to use: what {@code admin abuse} does. */
public final class AbuseEndpoints {
    private final Registry registry;
    private final OutboundQueue queue;

    public AbuseEndpoints(Registry registry, OutboundQueue queue) {
        this.registry = registry;
        this.queue = queue;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/operator/paced", "listPaced")
                        .says("Accounts that were slowed down, the longest first")
                        .may(Access.OPERATOR)
                        .gives(PacedRows.class)
                        .by(this::list),
                Endpoint.of(Method.POST, "/api/operator/paced/{paced}/release", "releasePaced")
                        .says("Lets an account send as before, and its held mail go on")
                        .may(Access.OPERATOR)
                        .takes(ReleaseRequest.class)
                        .gives(Released.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::release));
    }

    private PacedRows list(Call<Nothing> call) {
        return new PacedRows(registry.pacing().list().stream()
                .map(paced -> PacedRow.of(
                        paced,
                        queue.count(QueueFilter.ALL.of(paced.account().id())).getOrDefault(RecipientState.HELD, 0L)))
                .toList());
    }

    private Released release(Call<ReleaseRequest> call) {
        EmailAddress address = EmailAddress.parse(call.path().getOrDefault("paced", ""))
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
        Account account = registry.pacing().release(address, call.origin());
        boolean cancel = Optional.ofNullable(call.request().cancelHeld()).orElse(false);
        return new Released(queue.steer(
                cancel ? Steering.CANCEL : Steering.RELEASE, QueueFilter.ALL.of(account.id()), call.origin()));
    }
}
