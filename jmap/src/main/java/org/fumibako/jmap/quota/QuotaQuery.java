// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.quota;

import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.standard.Window;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quota/query (RFC 9425 §4.4). */
public final class QuotaQuery implements Method {
    private final JmapServices services;

    public QuotaQuery(JmapServices services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "Quota/query";
    }

    @Override
    public Capability capability() {
        return Capability.QUOTA;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Window.ARGUMENTS);
        Window window = Window.of(arguments);
        ObjectNode quota = QuotaGet.quota(services.store(), call);
        JsonNode filter = arguments.raw("filter");
        boolean fits = filter.isNull()
                || Filter.of(filter, services.limits().maxFilterConditions(), QuotaQuery::condition)
                        .test(condition -> meets(quota, condition));
        return window.response(call.accountId(), QuotaGet.state(quota), fits ? List.of(QuotaGet.ID) : List.of())
                .put("canCalculateChanges", false);
    }

    private static ObjectNode condition(ObjectNode condition) throws MethodException {
        for (String name : condition.propertyNames()) {
            if (!List.of("name", "scope", "resourceType", "type").contains(name)) {
                throw new MethodException("unsupportedFilter", "There is no condition " + name + ".");
            }
        }
        return condition;
    }

    private static boolean meets(ObjectNode quota, ObjectNode condition) {
        return condition.properties().stream().allMatch(entry -> {
            String wanted = entry.getValue().asString("");
            return switch (entry.getKey()) {
                case "name" -> quota.path("name").asString().contains(wanted);
                case "type" -> wanted.equals("Email");
                default -> quota.path(entry.getKey()).asString().equals(wanted);
            };
        });
    }
}
