// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arguments of a method call, read by type; what is missing or null is empty. Unknown arguments are refused. */
public final class Arguments {
    /** The largest number that I-JSON carries exactly (RFC 8620 §1.3). */
    public static final long MAX_INT = (1L << 53) - 1;

    private static final int MAX_ID = 255;

    private final ObjectNode json;

    /** @param known all names there may be */
    public Arguments(ObjectNode json, Set<String> known) throws MethodException {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw MethodException.invalidArguments("There is no argument " + name + ".");
            }
        }
        this.json = json;
    }

    /** The value as it is; a missing one is null as JSON has it. */
    public JsonNode raw(String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() ? json.nullNode() : value;
    }

    public boolean flag(String name) throws MethodException {
        JsonNode value = raw(name);
        if (value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw MethodException.invalidArguments(name + " is not a boolean.");
        }
        return value.booleanValue();
    }

    public Optional<String> text(String name) throws MethodException {
        JsonNode value = raw(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw MethodException.invalidArguments(name + " is not a string.");
        }
        return Optional.of(value.stringValue());
    }

    public String requiredText(String name) throws MethodException {
        return text(name).orElseThrow(() -> MethodException.invalidArguments(name + " is missing."));
    }

    /** A whole number of at least {@code least}. */
    public Optional<Long> number(String name, long least) throws MethodException {
        JsonNode value = raw(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw MethodException.invalidArguments(name + " is not a whole number.");
        }
        long number = value.longValue();
        if (number < least || number > MAX_INT) {
            throw MethodException.invalidArguments(name + " is out of range.");
        }
        return Optional.of(number);
    }

    public Optional<List<String>> texts(String name) throws MethodException {
        JsonNode value = raw(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw MethodException.invalidArguments(name + " is not an array.");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw MethodException.invalidArguments(name + " is not an array of strings.");
            }
            texts.add(element.stringValue());
        }
        return Optional.of(texts);
    }

    /** An array of strings that has to be there. */
    public List<String> requiredTexts(String name) throws MethodException {
        return texts(name).orElseThrow(() -> MethodException.invalidArguments(name + " is missing."));
    }

    public Optional<ObjectNode> object(String name) throws MethodException {
        JsonNode value = raw(name);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw MethodException.invalidArguments(name + " is not an object.");
        }
        return Optional.of(object);
    }

    /** Whether a text has the form of an id (RFC 8620 §1.2). */
    public static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }
}
