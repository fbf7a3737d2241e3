// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.quota;

import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Quota/changes (RFC 9425 §4.3): the one there is has another state, or has not. */
public final class QuotaChanges implements Method {
    private final JmapServices services;

    public QuotaChanges(JmapServices services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "Quota/changes";
    }

    @Override
    public Capability capability() {
        return Capability.QUOTA;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        if (!request.sinceState().matches("\\d{1,19}-\\d{1,19}")) {
            throw MethodException.cannotCalculateChanges();
        }
        String state = QuotaGet.state(QuotaGet.quota(services.store(), call));
        List<String> updated = state.equals(request.sinceState()) ? List.of() : List.of(QuotaGet.ID);
        ObjectNode response = request.response(
                call.accountId(), state, false, new ChangesRequest.Found(List.of(), updated, List.of()));
        boolean sameLimit = state.substring(state.indexOf('-'))
                .equals(request.sinceState().substring(request.sinceState().indexOf('-')));
        response.set(
                "updatedProperties",
                sameLimit && !updated.isEmpty() ? Json.array(List.of("used")) : response.nullNode());
        return response;
    }
}
