// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments that every queryChanges has (RFC 8620 §5.6). The response takes everything out that may have moved and puts back
 * what is there now, so it is right whatever the filter and the sort look at.
 */
public record QueryChanges(String since, long most, boolean total) {
    /** Names of the arguments. */
    public static final Set<String> ARGUMENTS =
            Set.of("accountId", "filter", "sort", "sinceQueryState", "maxChanges", "upToId", "calculateTotal");

    public static QueryChanges of(Arguments arguments) throws MethodException {
        return new QueryChanges(
                arguments.requiredText("sinceQueryState"),
                arguments.number("maxChanges", 1).orElse(Long.MAX_VALUE),
                arguments.flag("calculateTotal"));
    }

    /**
     * @param touched ids of all that may have come, gone or moved
     * @param results ids in their order now
     */
    public ObjectNode response(String accountId, String state, Collection<String> touched, List<String> results)
            throws MethodException {
        Set<String> changed = new HashSet<>(touched);
        ArrayNode added = Json.array();
        for (int i = 0; i < results.size() && !changed.isEmpty(); i++) {
            if (changed.contains(results.get(i))) {
                added.add(Json.object().put("id", results.get(i)).put("index", i));
            }
        }
        if (changed.size() + added.size() > most) {
            throw new MethodException("tooManyChanges", "There are more changes than that.");
        }
        ObjectNode response = Json.object()
                .put("accountId", accountId)
                .put("oldQueryState", since)
                .put("newQueryState", state);
        if (total) {
            response.put("total", results.size());
        }
        response.set("removed", Json.array(touched));
        response.set("added", added);
        return response;
    }
}
