// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.kept;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** {@code .../get} of kept objects (RFC 8620 §5.1). */
public record KeptGet(Kept kept, Capability capability, JmapLimits limits, Before before) implements Method {
    /** What has to be there before one looks, and what is said of an object beside what is kept. */
    public interface Before {
        Before NOTHING = new Before() {};

        /** Properties that there are; empty when there may be any. */
        default Set<String> properties() {
            return Set.of();
        }

        /** Called first. */
        default void prepare(Call call) {}

        /** Adds what is not kept. */
        default void complete(Call call, ObjectNode object) {}
    }

    @Override
    public String name() {
        return kept.type().name() + "/get";
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request = GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits);
        if (!before.properties().isEmpty()) {
            var _ = request.requireKnown(before.properties());
        }
        before.prepare(call);
        String state = kept.state(call.account());
        List<ObjectNode> found = kept.all(call.account()).stream()
                .filter(item -> request.wants(item.id()))
                .map(item -> {
                    before.complete(call, item.json());
                    return request.trimmed(item.json());
                })
                .toList();
        for (ObjectNode object : found) {
            call.spend(object.toString().length());
        }
        return request.response(call.accountId(), state, found);
    }
}
