// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments that every changes has (RFC 8620 §5.2).
 *
 * @param most ids in the response
 */
public record ChangesRequest(String sinceState, int most) {
    /** Names of the arguments. */
    public static final Set<String> ARGUMENTS = Set.of("accountId", "sinceState", "maxChanges");

    /** Ids in one response where the client sets no limit of its own. */
    private static final int MOST = 5_000;

    public static ChangesRequest of(Arguments arguments) throws MethodException {
        long most = arguments.number("maxChanges", 1).orElse((long) MOST);
        return new ChangesRequest(arguments.requiredText("sinceState"), (int) Math.min(most, MOST));
    }

    /** Ids of what was created, changed and destroyed. */
    public record Found(List<String> created, List<String> updated, List<String> destroyed) {}

    /** @param more whether {@code newState} is not the latest */
    public ObjectNode response(String accountId, String newState, boolean more, Found found) {
        ObjectNode response = Json.object()
                .put("accountId", accountId)
                .put("oldState", sinceState)
                .put("newState", newState)
                .put("hasMoreChanges", more);
        response.set("created", Json.array(found.created()));
        response.set("updated", Json.array(found.updated()));
        response.set("destroyed", Json.array(found.destroyed()));
        return response;
    }
}
