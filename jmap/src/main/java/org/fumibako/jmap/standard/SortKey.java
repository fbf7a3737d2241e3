// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;

/**
 * One comparator of a sort (RFC 8620 §5.5).
 *
 * @param keyword of properties that need one, else empty
 */
public record SortKey(String property, boolean ascending, String keyword) {
    private static final int MOST = 10;
    private static final Set<String> COLLATIONS = Set.of("", "i;ascii-casemap", "i;unicode-casemap");

    /** @param known properties that one can sort by */
    public static List<SortKey> of(Arguments arguments, Set<String> known) throws MethodException {
        JsonNode sort = arguments.raw("sort");
        List<SortKey> keys = new ArrayList<>();
        if (sort.isNull()) {
            return keys;
        }
        if (!sort.isArray() || sort.size() > MOST) {
            throw MethodException.invalidArguments("sort is no short array of comparators.");
        }
        for (JsonNode comparator : sort) {
            keys.add(of(comparator, known));
        }
        return keys;
    }

    private static SortKey of(JsonNode comparator, Set<String> known) throws MethodException {
        JsonNode property = comparator.path("property");
        JsonNode ascending = comparator.path("isAscending");
        if (!property.isString() || !(ascending.isMissingNode() || ascending.isBoolean())) {
            throw MethodException.invalidArguments("A comparator is malformed.");
        }
        boolean collated = COLLATIONS.contains(comparator.path("collation").asString(""));
        if (!known.contains(property.stringValue()) || !collated) {
            throw new MethodException("unsupportedSort", "One cannot sort by " + property.stringValue() + " so.");
        }
        boolean up = ascending.isMissingNode() || ascending.booleanValue();
        return new SortKey(
                property.stringValue(), up, comparator.path("keyword").asString(""));
    }
}
