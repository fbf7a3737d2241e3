// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filter (RFC 8620 §5.5).
 *
 * @param <C> what a condition is
 */
public sealed interface Filter<C> {
    /** One condition. */
    record Condition<C>(C condition) implements Filter<C> {}

    /** Conditions and operators put together. */
    record Operator<C>(Kind kind, List<Filter<C>> operands) implements Filter<C> {}

    /** How operands are put together. */
    enum Kind {
        AND,
        OR,
        /** None of them is true. */
        NOT
    }

    /** Reads a condition. */
    interface Reader<C> {
        C read(ObjectNode json) throws MethodException;
    }

    /** Refuses a filter with more than {@code most} conditions and operators. */
    static <C> Filter<C> of(JsonNode json, int most, Reader<C> reader) throws MethodException {
        return of(json, new int[] {most}, reader);
    }

    private static <C> Filter<C> of(JsonNode json, int[] left, Reader<C> reader) throws MethodException {
        left[0]--;
        if (left[0] < 0) {
            throw new MethodException("unsupportedFilter", "The filter has too many conditions.");
        }
        if (!(json instanceof ObjectNode object)) {
            throw MethodException.invalidArguments("The filter is not an object.");
        }
        if (!object.has("operator")) {
            return new Condition<>(reader.read(object));
        }
        Kind kind = kind(object.path("operator").asString(""));
        JsonNode conditions = object.path("conditions");
        if (!conditions.isArray() || object.size() != 2) {
            throw MethodException.invalidArguments("An operator has conditions, and nothing else.");
        }
        List<Filter<C>> operands = new ArrayList<>();
        for (JsonNode condition : conditions) {
            operands.add(of(condition, left, reader));
        }
        return new Operator<>(kind, operands);
    }

    private static Kind kind(String operator) throws MethodException {
        return switch (operator) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            default -> throw MethodException.invalidArguments("There is no operator " + operator + ".");
        };
    }

    /** Whether the filter is true where this is what conditions are. */
    default boolean test(Predicate<C> conditions) {
        return switch (this) {
            case Condition<C>(C condition) -> conditions.test(condition);
            case Operator<C>(Kind kind, List<Filter<C>> operands) ->
                switch (kind) {
                    case AND -> operands.stream().allMatch(operand -> operand.test(conditions));
                    case OR -> operands.stream().anyMatch(operand -> operand.test(conditions));
                    case NOT -> operands.stream().noneMatch(operand -> operand.test(conditions));
                };
        };
    }
}
