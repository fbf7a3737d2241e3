// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.contacts;

import java.util.Map;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import tools.jackson.databind.node.ObjectNode;

/** ContactCard/set (RFC 9610 §3.5). */
public record ContactCardSet(AddressBooks books, Cards cards, JmapLimits limits) implements Method {
    @Override
    public String name() {
        return "ContactCard/set";
    }

    @Override
    public Capability capability() {
        return Capability.CONTACTS;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        SetRequest request = SetRequest.of(call, call.arguments(SetRequest.ARGUMENTS), limits);
        String oldState = books.cards().state(call.account());
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode card = cards.add(call.account(), entry.getValue());
                call.created(entry.getKey(), card.path("id").asString());
                outcome.created(entry.getKey(), card.without(entry.getValue().propertyNames()));
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        for (Map.Entry<String, ObjectNode> entry : request.update().entrySet()) {
            try {
                Kept.Item before = books.cards()
                        .find(call.account(), entry.getKey())
                        .orElseThrow(() -> new SetException(SetError.notFound()));
                cards.replace(call.account(), before, Patch.apply(before.json(), entry.getValue()));
                outcome.updated(entry.getKey());
            } catch (SetException e) {
                outcome.notUpdated(entry.getKey(), e.error());
            }
        }
        for (String id : request.destroy()) {
            if (books.cards().remove(call.account(), id)) {
                outcome.destroyed(id);
            } else {
                outcome.notDestroyed(id, SetError.notFound());
            }
        }
        return outcome.response(call.accountId(), oldState, books.cards().state(call.account()));
    }
}
