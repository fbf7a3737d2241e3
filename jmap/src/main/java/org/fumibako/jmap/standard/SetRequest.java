// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments that every set has (RFC 8620 §5.3).
 *
 * @param create objects by creation id
 * @param given patches by id, as the client wrote it
 * @param unwanted ids of what is to go, as the client wrote them
 */
public record SetRequest(
        Call call,
        Optional<String> ifInState,
        Map<String, ObjectNode> create,
        Map<String, ObjectNode> given,
        List<String> unwanted) {
    public static final Set<String> ARGUMENTS = Set.of("accountId", "ifInState", "create", "update", "destroy");

    /** @throws MethodException when an argument is malformed, or there are too many objects */
    public static SetRequest of(Call call, Arguments arguments, JmapLimits limits) throws MethodException {
        Map<String, ObjectNode> create = objects(arguments, "create");
        Map<String, ObjectNode> update = objects(arguments, "update");
        List<String> destroy = arguments.texts("destroy").orElse(List.of());
        if (create.size() + update.size() + destroy.size() > limits.maxObjectsInSet()) {
            throw new MethodException("requestTooLarge", "A set may be of " + limits.maxObjectsInSet() + " objects.");
        }
        return new SetRequest(call, arguments.text("ifInState"), create, update, destroy);
    }

    /** What is to change, by id; to be asked when all was created, because it may be something that was. */
    public Map<String, ObjectNode> update() {
        Map<String, ObjectNode> update = new LinkedHashMap<>();
        given.forEach((id, patch) -> update.put(call.resolve(id).orElse(id), patch));
        return update;
    }

    /** What is to go, by id; to be asked when all was created. */
    public Set<String> destroy() {
        Set<String> destroy = new LinkedHashSet<>();
        unwanted.forEach(id -> destroy.add(call.resolve(id).orElse(id)));
        return destroy;
    }

    private static Map<String, ObjectNode> objects(Arguments arguments, String name) throws MethodException {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        Optional<ObjectNode> map = arguments.object(name);
        if (map.isEmpty()) {
            return objects;
        }
        for (Map.Entry<String, JsonNode> entry : map.get().properties()) {
            if (!(entry.getValue() instanceof ObjectNode object)) {
                throw MethodException.invalidArguments(name + " is not a map of objects.");
            }
            objects.put(entry.getKey(), object);
        }
        return objects;
    }

    /** Refuses when the client believes in another state. */
    public void requireState(String now) throws MethodException {
        if (ifInState.isPresent() && !ifInState.get().equals(now)) {
            throw MethodException.stateMismatch();
        }
    }
}
