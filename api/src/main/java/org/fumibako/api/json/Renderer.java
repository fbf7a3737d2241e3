// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.json;

import java.util.List;
import org.fumibako.api.endpoint.Names;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes records as JSON: every component is there, null where it is null. */
public final class Renderer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Renderer() {}

    public static JsonNode render(Record value) {
        return node(Shape.of(value.getClass()), value);
    }

    private static JsonNode node(Shape shape, @Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (shape) {
            case Shape.Text _ -> NODES.stringNode((String) value);
            case Shape.Whole _ -> NODES.numberNode(((Number) value).longValue());
            case Shape.Real _ -> NODES.numberNode(((Number) value).doubleValue());
            case Shape.Truth _ -> NODES.booleanNode((Boolean) value);
            case Shape.Time _ -> NODES.stringNode(value.toString());
            case Shape.Day _ -> NODES.stringNode(value.toString());
            case Shape.Choice _ -> NODES.stringNode(Names.kebab((Enum<?>) value));
            case Shape.ListOf list -> list(list, (List<?>) value);
            case Shape.Fields fields -> object(fields, value);
        };
    }

    private static ArrayNode list(Shape.ListOf shape, List<?> values) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(value -> array.add(node(shape.element(), value)));
        return array;
    }

    private static ObjectNode object(Shape.Fields shape, Object value) {
        ObjectNode object = NODES.objectNode();
        for (Shape.Field field : shape.fields()) {
            object.set(field.name(), node(field.shape(), read(field, value)));
        }
        return object;
    }

    private static @Nullable Object read(Shape.Field field, Object value) {
        try {
            var accessor = field.component().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
