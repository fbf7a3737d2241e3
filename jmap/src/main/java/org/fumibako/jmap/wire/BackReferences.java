// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts results of earlier calls in the place of arguments whose names begin with a number sign (RFC 8620 §3.7). */
public final class BackReferences {
    /** Values that all pointers of one call may gather: stars multiply. */
    private static final int MAX_VALUES = 100_000;

    private final List<Invocation> responses;
    private int gathered;

    /** @param responses what the calls before have been answered */
    public BackReferences(List<Invocation> responses) {
        this.responses = responses;
    }

    /** The arguments, resolved. */
    public ObjectNode resolve(ObjectNode arguments) throws MethodException {
        ObjectNode resolved = Json.object();
        for (var argument : arguments.properties()) {
            String name = argument.getKey();
            if (!name.startsWith("#")) {
                resolved.set(name, argument.getValue());
            } else if (arguments.has(name.substring(1))) {
                throw MethodException.invalidArguments(name.substring(1) + " is given twice.");
            } else {
                resolved.set(name.substring(1), value(argument.getValue()));
            }
        }
        return resolved;
    }

    private JsonNode value(JsonNode reference) throws MethodException {
        String callId = reference.path("resultOf").asString("");
        String name = reference.path("name").asString("");
        String path = reference.path("path").asString("");
        for (Invocation response : responses) {
            if (response.callId().equals(callId)) {
                if (!response.name().equals(name)) {
                    throw invalid("the call " + callId + " was not answered with " + name);
                }
                return evaluate(response.arguments(), path);
            }
        }
        throw invalid("there is no call " + callId + " before");
    }

    private JsonNode evaluate(JsonNode node, String path) throws MethodException {
        if (path.isEmpty()) {
            return node;
        }
        if (path.charAt(0) != '/') {
            throw invalid("the path does not begin with a slash");
        }
        int end = path.indexOf('/', 1);
        String token = path.substring(1, end < 0 ? path.length() : end);
        String rest = end < 0 ? "" : path.substring(end);
        if (node.isArray() && token.equals("*")) {
            return every(node, rest);
        }
        JsonNode next = node.isArray() ? element(node, token) : node.get(unescaped(token));
        if (next == null || next.isMissingNode()) {
            throw invalid("the path leads nowhere at " + token);
        }
        return evaluate(next, rest);
    }

    /** What every element leads to, arrays among it opened (RFC 8620 §3.7). */
    private ArrayNode every(JsonNode array, String rest) throws MethodException {
        ArrayNode all = Json.array();
        for (JsonNode element : array) {
            JsonNode value = evaluate(element, rest);
            int more = value.isArray() ? value.size() : 1;
            gathered += more;
            if (gathered > MAX_VALUES) {
                throw invalid("the path gathers too much");
            }
            if (value instanceof ArrayNode values) {
                all.addAll(values);
            } else {
                all.add(value);
            }
        }
        return all;
    }

    private static JsonNode element(JsonNode array, String token) throws MethodException {
        try {
            return array.path(Integer.parseInt(token));
        } catch (NumberFormatException e) {
            throw invalid("the path has no index at " + token);
        }
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static MethodException invalid(String why) {
        return new MethodException("invalidResultReference", "The reference cannot be resolved: " + why + ".");
    }
}
