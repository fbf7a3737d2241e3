// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.contacts;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.standard.SortKey;
import org.fumibako.jmap.standard.Window;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** ContactCard/query (RFC 9610 §3.3). Text is found in any case and width. */
public record ContactCardQuery(AddressBooks books, JmapLimits limits) implements Method {
    private static final Set<String> SORTS =
            Set.of("created", "updated", "name/given", "name/surname", "name/surname2");

    /** Which property a condition looks into. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("name/given", "name"),
            Map.entry("name/surname", "name"),
            Map.entry("nickname", "nicknames"),
            Map.entry("organization", "organizations"),
            Map.entry("email", "emails"),
            Map.entry("phone", "phones"),
            Map.entry("onlineService", "onlineServices"),
            Map.entry("address", "addresses"),
            Map.entry("note", "notes"));

    private static final Set<String> OTHERS = Set.of(
            "inAddressBook",
            "uid",
            "hasMember",
            "kind",
            "createdBefore",
            "createdAfter",
            "updatedBefore",
            "updatedAfter",
            "text");

    @Override
    public String name() {
        return "ContactCard/query";
    }

    @Override
    public Capability capability() {
        return Capability.CONTACTS;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Window.ARGUMENTS);
        Window window = Window.of(arguments);
        List<SortKey> sort = SortKey.of(arguments, SORTS);
        JsonNode json = arguments.raw("filter");
        String state = books.cards().state(call.account());
        List<ObjectNode> found =
                books.cards().all(call.account()).stream().map(Kept.Item::json).toList();
        if (!json.isNull()) {
            Filter<ObjectNode> filter = Filter.of(json, limits.maxFilterConditions(), ContactCardQuery::condition);
            found = found.stream()
                    .filter(card -> filter.test(condition -> meets(card, condition)))
                    .toList();
        }
        List<String> ids = found.stream()
                .sorted(order(sort))
                .map(card -> card.path("id").asString())
                .toList();
        return window.response(call.accountId(), state, ids).put("canCalculateChanges", false);
    }

    private static ObjectNode condition(ObjectNode condition) throws MethodException {
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            if (!TEXTS.containsKey(entry.getKey()) && !OTHERS.contains(entry.getKey())) {
                throw new MethodException("unsupportedFilter", "There is no condition " + entry.getKey() + ".");
            }
            if (!entry.getValue().isString()) {
                throw MethodException.invalidArguments("The condition " + entry.getKey() + " is no text.");
            }
        }
        return condition;
    }

    private static boolean meets(ObjectNode card, ObjectNode condition) {
        return condition.properties().stream()
                .allMatch(entry -> meets(card, entry.getKey(), entry.getValue().stringValue()));
    }

    private static boolean meets(ObjectNode card, String condition, String wanted) {
        return switch (condition) {
            case "inAddressBook" -> AddressBooks.isIn(card, wanted);
            case "uid" -> card.path("uid").asString("").equals(wanted);
            case "hasMember" -> card.path("members").has(wanted);
            case "kind" -> card.path("kind").asString("individual").equals(wanted);
            case "createdBefore" -> card.path("created").asString("").compareTo(wanted) < 0;
            case "createdAfter" -> card.path("created").asString("").compareTo(wanted) >= 0;
            case "updatedBefore" -> card.path("updated").asString("").compareTo(wanted) < 0;
            case "updatedAfter" -> card.path("updated").asString("").compareTo(wanted) >= 0;
            case "text" -> TEXTS.values().stream().anyMatch(property -> contains(card.path(property), folded(wanted)));
            default -> contains(card.path(TEXTS.getOrDefault(condition, condition)), folded(wanted));
        };
    }

    private static boolean contains(JsonNode value, String wanted) {
        return value.isString()
                ? folded(value.stringValue()).contains(wanted)
                : value.valueStream().anyMatch(below -> contains(below, wanted));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Comparator<ObjectNode> order(List<SortKey> keys) {
        Comparator<ObjectNode> order = (_, _) -> 0;
        for (SortKey key : keys) {
            Comparator<ObjectNode> by = Comparator.comparing(card -> sorted(card, key.property()));
            order = order.thenComparing(key.ascending() ? by : by.reversed());
        }
        return order.thenComparing(card -> folded(card.path("name").path("full").asString("")));
    }

    private static String sorted(ObjectNode card, String property) {
        if (!property.startsWith("name/")) {
            return card.path(property).asString("");
        }
        String kind = property.substring("name/".length());
        return card.path("name")
                .path("components")
                .valueStream()
                .filter(part -> part.path("kind").asString("").equals(kind))
                .map(part ->
                        folded(part.path("phonetic").asString(part.path("value").asString(""))))
                .findFirst()
                .orElse("");
    }
}
