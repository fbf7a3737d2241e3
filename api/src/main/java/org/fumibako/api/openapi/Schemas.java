// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.fumibako.api.json.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes as JSON Schema; records and enums have a name and are referred to by it. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();

    Map<String, ObjectNode> all() {
        return named;
    }

    /** What may be left out is not required. */
    JsonNode request(Class<?> type) {
        return schema(Shape.of(type), false);
    }

    /** Every field is there. */
    JsonNode response(Class<?> type) {
        return schema(Shape.of(type), true);
    }

    JsonNode plain(Shape shape) {
        return schema(shape, false);
    }

    private JsonNode schema(Shape shape, boolean complete) {
        return switch (shape) {
            case Shape.Text _ -> typed("string");
            case Shape.Whole(boolean wide) -> typed("integer").put("format", wide ? "int64" : "int32");
            case Shape.Real _ -> typed("number");
            case Shape.Truth _ -> typed("boolean");
            case Shape.Time _ -> typed("string").put("format", "date-time");
            case Shape.Day _ -> typed("string").put("format", "date");
            case Shape.ListOf(Shape element) -> {
                ObjectNode list = typed("array");
                list.set("items", schema(element, complete));
                yield list;
            }
            case Shape.Choice choice -> choice(choice);
            case Shape.Fields fields -> record(fields, complete);
        };
    }

    private ObjectNode choice(Shape.Choice choice) {
        String name = name(choice.type());
        ObjectNode schema = typed("string");
        ArrayNode names = schema.putArray("enum");
        choice.names().forEach(names::add);
        named.put(name, schema);
        return reference(name);
    }

    private ObjectNode record(Shape.Fields fields, boolean complete) {
        String name = name(fields.type());
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Shape.Field field : fields.fields()) {
            JsonNode own = schema(field.shape(), complete);
            properties.set(field.name(), field.nullable() ? orNull(own) : own);
            if (complete || !field.nullable()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        named.put(name, schema);
        return reference(name);
    }

    private String name(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> before = types.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(before + " and " + type + " would have one name in the document");
        }
        return name;
    }

    private static JsonNode orNull(JsonNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = NODES.objectNode();
            either.putArray("oneOf").add(schema).addObject().put("type", "null");
            return either;
        }
        ObjectNode nullable = (ObjectNode) schema;
        String type = nullable.path("type").asString();
        nullable.putArray("type").add(type).add("null");
        return nullable;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }
}
