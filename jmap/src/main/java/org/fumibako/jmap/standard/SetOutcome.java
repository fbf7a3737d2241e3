// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gathers what became of the objects of a set. One thread's. */
public final class SetOutcome {
    private final ObjectNode created = Json.object();
    private final ObjectNode updated = Json.object();
    private final ArrayNode destroyed = Json.array();
    private final ObjectNode notCreated = Json.object();
    private final ObjectNode notUpdated = Json.object();
    private final ObjectNode notDestroyed = Json.object();

    /** @param serverSet properties that the client does not know */
    public void created(String creationId, ObjectNode serverSet) {
        created.set(creationId, serverSet);
    }

    public void updated(String id) {
        updated.putNull(id);
    }

    public void destroyed(String id) {
        destroyed.add(id);
    }

    public void notCreated(String creationId, SetError error) {
        notCreated.set(creationId, error.toJson());
    }

    public void notUpdated(String id, SetError error) {
        updated.remove(id);
        notUpdated.set(id, error.toJson());
    }

    public void notDestroyed(String id, SetError error) {
        notDestroyed.set(id, error.toJson());
    }

    /** Objects that were created, by creation id. */
    public ObjectNode created() {
        return created;
    }

    /** Ids that were changed. */
    public ObjectNode updated() {
        return updated;
    }

    public ArrayNode destroyed() {
        return destroyed;
    }

    public ObjectNode response(String accountId, String oldState, String newState) {
        ObjectNode response = Json.object()
                .put("accountId", accountId)
                .put("oldState", oldState)
                .put("newState", newState);
        set(response, "created", created);
        set(response, "updated", updated);
        if (destroyed.isEmpty()) {
            response.putNull("destroyed");
        } else {
            response.set("destroyed", destroyed);
        }
        set(response, "notCreated", notCreated);
        set(response, "notUpdated", notUpdated);
        set(response, "notDestroyed", notDestroyed);
        return response;
    }

    private static void set(ObjectNode response, String name, ObjectNode map) {
        if (map.isEmpty()) {
            response.putNull(name);
        } else {
            response.set(name, map);
        }
    }
}
