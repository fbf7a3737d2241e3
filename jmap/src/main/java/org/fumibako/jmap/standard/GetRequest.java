// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments that every get has (RFC 8620 §5.1).
 *
 * @param ids without doubles; empty for all
 * @param properties {@code id} among them; empty for those that come by default
 */
public record GetRequest(Optional<Set<String>> ids, Optional<Set<String>> properties) {
    /** Names of the arguments. */
    public static final Set<String> ARGUMENTS = Set.of("accountId", "ids", "properties");

    private static final int MAX_PROPERTIES = 500;

    public static GetRequest of(Arguments arguments, JmapLimits limits) throws MethodException {
        Optional<List<String>> ids = arguments.texts("ids");
        if (ids.isPresent() && ids.get().size() > limits.maxObjectsInGet()) {
            throw new MethodException("requestTooLarge", "A get may be of " + limits.maxObjectsInGet() + " objects.");
        }
        Optional<List<String>> properties = arguments.texts("properties");
        if (properties.isPresent() && properties.get().size() > MAX_PROPERTIES) {
            throw MethodException.invalidArguments("There are too many properties.");
        }
        return new GetRequest(ids.map(LinkedHashSet::new), properties.map(GetRequest::withId));
    }

    private static Set<String> withId(List<String> properties) {
        Set<String> all = new LinkedHashSet<>();
        all.add("id");
        all.addAll(properties);
        return all;
    }

    /** Refuses properties that the type does not have. */
    public GetRequest requireKnown(Set<String> known) throws MethodException {
        for (String property : properties.orElse(Set.of())) {
            if (!known.contains(property)) {
                throw MethodException.invalidArguments("There is no property " + property + ".");
            }
        }
        return this;
    }

    /** Whether the object with this id is wanted. */
    public boolean wants(String id) {
        return ids.isEmpty() || ids.get().contains(id);
    }

    /** The object with the properties that are wanted. */
    public ObjectNode trimmed(ObjectNode object) {
        properties.ifPresent(wanted -> object.retain(wanted));
        return object;
    }

    /** The response; what of the ids is in no object was not found. */
    public ObjectNode response(String accountId, String state, List<ObjectNode> found) {
        Set<String> missing = new LinkedHashSet<>(ids.orElse(Set.of()));
        ArrayNode list = Json.array();
        for (ObjectNode object : found) {
            missing.remove(object.path("id").asString());
            list.add(object);
        }
        ObjectNode response = Json.object().put("accountId", accountId).put("state", state);
        response.set("list", list);
        response.set("notFound", Json.array(missing));
        return response;
    }
}
