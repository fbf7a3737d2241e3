// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.json;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fumibako.api.endpoint.Names;
import org.jspecify.annotations.Nullable;

/** What a value looks like in JSON, read off a record's components. */
public sealed interface Shape {
    record Text() implements Shape {}

    /** {@code wide} is 64 bits, else 32. */
    record Whole(boolean wide) implements Shape {}

    record Real() implements Shape {}

    record Truth() implements Shape {}

    /** A time in UTC (RFC 3339 §5.6). */
    record Time() implements Shape {}

    /** A {@code full-date} (RFC 3339 §5.6). */
    record Day() implements Shape {}

    /** One of an enum's constants, by its name in kebab case. */
    record Choice(Class<?> type, List<String> names) implements Shape {}

    record ListOf(Shape element) implements Shape {}

    /** A record. */
    record Fields(Class<?> type, List<Field> fields) implements Shape {}

    /** A component of a record. */
    record Field(String name, Shape shape, boolean nullable, RecordComponent component) {}

    /** @throws IllegalArgumentException for a type that has no shape in JSON here */
    static Shape of(Class<?> type) {
        return Shapes.KNOWN.get(type);
    }

    /** Reads it off the type. */
    static Shape read(Type type, @Nullable AnnotatedType annotated) {
        if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && annotated instanceof AnnotatedParameterizedType elements) {
            AnnotatedType element = elements.getAnnotatedActualTypeArguments()[0];
            return new ListOf(read(element.getType(), element));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException(type + " has no shape in JSON");
        }
        if (plain.isEnum()) {
            return new Choice(
                    plain,
                    Arrays.stream(plain.getEnumConstants())
                            .map(constant -> Names.kebab((Enum<?>) constant))
                            .toList());
        }
        return plain.isRecord() ? record(plain) : simple(plain);
    }

    private static Shape simple(Class<?> type) {
        if (type == String.class) {
            return new Text();
        } else if (type == int.class || type == Integer.class) {
            return new Whole(false);
        } else if (type == long.class || type == Long.class) {
            return new Whole(true);
        } else if (type == double.class || type == Double.class) {
            return new Real();
        } else if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        } else if (type == Instant.class) {
            return new Time();
        } else if (type == LocalDate.class) {
            return new Day();
        }
        throw new IllegalArgumentException(type + " has no shape in JSON");
    }

    private static Shape record(Class<?> type) {
        return new Fields(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> new Field(
                                component.getName(),
                                read(component.getGenericType(), component.getAnnotatedType()),
                                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                                component))
                        .toList());
    }
}
