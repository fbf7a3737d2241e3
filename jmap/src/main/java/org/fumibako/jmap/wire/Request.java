// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends (RFC 8620 §3.3).
 *
 * @param createdIds empty when the client did not send any, and wants none back
 */
public record Request(Set<String> using, List<Invocation> calls, Optional<Map<String, String>> createdIds) {
    /** Creation ids that a client may hand over: all that one request can make, many times. */
    private static final int MAX_CREATED_IDS = 10_000;

    public static Request of(JsonNode json, JmapLimits limits) throws ProblemException {
        if (!(json instanceof ObjectNode object)) {
            throw notRequest("The request is not an object.");
        }
        for (String name : object.propertyNames()) {
            if (!name.equals("using")
                    && !name.equals("methodCalls")
                    && !name.equals("createdIds")
                    && !name.equals("@type")
                    && !name.equals("id")) {
                throw notRequest("The request has the unknown property " + name + ".");
            }
        }
        Set<String> using = using(object.path("using"));
        return new Request(using, calls(object.path("methodCalls"), limits), createdIds(object.path("createdIds")));
    }

    private static Set<String> using(JsonNode list) throws ProblemException {
        Set<String> using = new LinkedHashSet<>();
        for (JsonNode capability : array(list, "using")) {
            if (!capability.isString()) {
                throw notRequest("A capability is not a string.");
            }
            using.add(capability.stringValue());
        }
        return using;
    }

    private static List<Invocation> calls(JsonNode list, JmapLimits limits) throws ProblemException {
        if (array(list, "methodCalls").size() > limits.maxCallsInRequest()) {
            throw new ProblemException(Problem.limit(
                    "maxCallsInRequest", "A request may have " + limits.maxCallsInRequest() + " method calls."));
        }
        List<Invocation> calls = new ArrayList<>();
        for (JsonNode call : list) {
            boolean shaped = call.isArray()
                    && call.size() == 3
                    && call.get(0).isString()
                    && call.get(1).isObject()
                    && call.get(2).isString();
            if (!shaped) {
                throw notRequest("A method call is not an array of name, arguments and id.");
            }
            calls.add(new Invocation(
                    call.get(0).stringValue(),
                    (ObjectNode) call.get(1),
                    call.get(2).stringValue()));
        }
        return calls;
    }

    private static Optional<Map<String, String>> createdIds(JsonNode map) throws ProblemException {
        if (map.isMissingNode() || map.isNull()) {
            return Optional.empty();
        }
        if (!map.isObject() || map.size() > MAX_CREATED_IDS) {
            throw notRequest("createdIds is not a map of ids.");
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!entry.getValue().isString()) {
                throw notRequest("createdIds is not a map of ids.");
            }
            ids.put(entry.getKey(), entry.getValue().stringValue());
        }
        return Optional.of(ids);
    }

    private static JsonNode array(JsonNode list, String name) throws ProblemException {
        if (!list.isArray()) {
            throw notRequest("The request lacks the array " + name + ".");
        }
        return list;
    }

    private static ProblemException notRequest(String detail) {
        return new ProblemException(Problem.notRequest(detail));
    }
}
