// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.json;

import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads requests into records, strictly: every field is known, what is not nullable is there, and a refusal names the field. */
public final class Binder {
    /** Entries of a list, where an endpoint does not say less. */
    static final int MAX_LIST = 20_000;

    private Binder() {}

    /** @throws ApiException naming the field at fault */
    public static <T> T bind(Class<T> type, JsonNode node) {
        return type.cast(Objects.requireNonNull(value(Shape.of(type), node, "")));
    }

    private static @Nullable Object value(Shape shape, JsonNode node, String path) {
        return switch (shape) {
            case Shape.Text _ when node.isString() -> node.asString();
            case Shape.Whole(boolean wide) when node.isIntegralNumber() -> number(node, wide, path);
            case Shape.Real _ when node.isNumber() -> node.asDouble();
            case Shape.Truth _ when node.isBoolean() -> node.asBoolean();
            case Shape.Time _ when node.isString() -> time(node.asString(), path);
            case Shape.Day _ when node.isString() -> day(node.asString(), path);
            case Shape.Choice choice when node.isString() -> constant(choice, node.asString(), path);
            case Shape.ListOf list when node.isArray() -> list(list, node, path);
            case Shape.Fields fields when node.isObject() -> record(fields, node, path);
            default -> throw invalid(path);
        };
    }

    private static Object number(JsonNode node, boolean wide, String path) {
        if (wide ? !node.canConvertToLong() : !node.canConvertToInt()) {
            throw invalid(path);
        }
        // Boxed one by one: a conditional would make both of them Long.
        if (wide) {
            return node.asLong();
        }
        return node.asInt();
    }

    private static Instant time(String text, String path) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOne) {
            throw invalid(path);
        }
    }

    private static LocalDate day(String text, String path) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notOne) {
            throw invalid(path);
        }
    }

    private static Object constant(Shape.Choice choice, String name, String path) {
        int index = choice.names().indexOf(name);
        if (index < 0) {
            throw invalid(path);
        }
        return choice.type().getEnumConstants()[index];
    }

    private static List<Object> list(Shape.ListOf list, JsonNode node, String path) {
        if (node.size() > MAX_LIST) {
            throw invalid(path);
        }
        List<Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            Object element = value(list.element(), node.get(i), path + "[" + i + "]");
            if (element == null) {
                throw invalid(path + "[" + i + "]");
            }
            values.add(element);
        }
        return values;
    }

    private static Object record(Shape.Fields shape, JsonNode node, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        Set<String> known = shape.fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiException.of(ErrorCode.FIELD_UNKNOWN).at(prefix + cut(name));
            }
        }
        Object[] values = shape.fields().stream()
                .map(field -> field(field, node.path(field.name()), prefix + field.name()))
                .toArray();
        return construct(shape.type(), values);
    }

    private static @Nullable Object field(Shape.Field field, JsonNode node, String path) {
        if (node.isMissingNode() || node.isNull()) {
            if (field.nullable()) {
                return null;
            }
            throw ApiException.of(ErrorCode.FIELD_MISSING).at(path);
        }
        return value(field.shape(), node, path);
    }

    private static Object construct(Class<?> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static ApiException invalid(String path) {
        return path.isEmpty()
                ? ApiException.of(ErrorCode.NOT_JSON)
                : ApiException.of(ErrorCode.FIELD_INVALID).at(path);
    }

    private static String cut(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
