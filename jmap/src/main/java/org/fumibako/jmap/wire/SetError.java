// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why one object was not created, changed or destroyed (RFC 8620 §5.3).
 *
 * @param properties those at fault; none of most types
 * @param extra properties that the type has beyond
 */
public record SetError(String type, String description, List<String> properties, ObjectNode extra) {
    public SetError(String type, String description) {
        this(type, description, List.of(), Json.object());
    }

    public static SetError invalid(String property, String description) {
        return new SetError("invalidProperties", description, List.of(property), Json.object());
    }

    public static SetError notFound() {
        return new SetError("notFound", "There is no such object.");
    }

    public static SetError forbidden(String description) {
        return new SetError("forbidden", description);
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type).put("description", description);
        if (!properties.isEmpty()) {
            json.set("properties", Json.array(properties));
        }
        json.setAll(extra);
        return json;
    }
}
