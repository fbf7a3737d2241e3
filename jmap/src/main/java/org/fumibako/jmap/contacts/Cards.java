// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.contacts;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps cards. A card is what RFC 9553 says; properties that nobody here knows are kept as they are, those that the webmail shows
 * have to have the shape that it shows.
 */
public final class Cards {
    /** Characters of a uid. */
    private static final int MAX_UID = 255;

    /** Maps of id to object whose objects have a text of this name. */
    private static final Map<String, String> LISTS = Map.of(
            "emails",
            "address",
            "phones",
            "number",
            "notes",
            "note",
            "nicknames",
            "name",
            "titles",
            "name",
            "links",
            "uri");

    private static final Set<String> MAPS =
            Set.of("organizations", "addresses", "anniversaries", "onlineServices", "media");
    private static final Set<String> SETS = Set.of("members", "keywords", "addressBookIds");
    private static final Set<String> KINDS = Set.of("individual", "group", "org", "location", "device", "application");

    private final AddressBooks books;
    private final InstantSource clock;

    public Cards(AddressBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Adds a card, and what a card has to have; answers it with its id. */
    public ObjectNode add(AccountId account, ObjectNode card) throws SetException {
        ObjectNode whole = card.deepCopy();
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        whole.put("@type", "Card").put("version", "1.0").put("updated", now);
        if (!whole.has("created")) {
            whole.put("created", now);
        }
        if (!whole.has("uid")) {
            whole.put("uid", "urn:uuid:" + UUID.randomUUID());
        }
        if (!whole.has("addressBookIds")) {
            whole.putObject("addressBookIds").put(books.of(account).getFirst().id(), true);
        }
        check(account, whole);
        return whole.put("id", books.cards().add(account, whole, Optional.empty()));
    }

    /** Changes one; {@code after} is the whole card. */
    void replace(AccountId account, Kept.Item before, ObjectNode after) throws SetException {
        if (!after.path("uid").equals(before.json().path("uid"))) {
            throw SetException.invalid("uid", "A card keeps its uid.");
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode whole =
                after.deepCopy().put("@type", "Card").put("version", "1.0").put("updated", now);
        // A null takes a property away (RFC 8620 §5.3).
        whole.properties().removeIf(entry -> entry.getValue().isNull());
        check(account, whole);
        if (!books.cards().replace(before, whole, Optional.empty())) {
            throw new SetException(new SetError("serverFail", "Somebody else changed it at the same time."));
        }
    }

    private void check(AccountId account, ObjectNode card) throws SetException {
        for (Map.Entry<String, JsonNode> entry : card.properties()) {
            if (!isRight(entry.getKey(), entry.getValue())) {
                throw SetException.invalid(entry.getKey(), "This property cannot have this value.");
            }
        }
        JsonNode inside = card.path("addressBookIds");
        Set<String> known = books.of(account).stream().map(Kept.Item::id).collect(java.util.stream.Collectors.toSet());
        if (inside.isEmpty() || !known.containsAll(inside.propertyNames())) {
            throw SetException.invalid("addressBookIds", "A card is in an address book that is there.");
        }
    }

    private static boolean isRight(String property, JsonNode value) {
        if (LISTS.containsKey(property)) {
            return value.isObject()
                    && value.valueStream()
                            .allMatch(one -> one.path(LISTS.get(property)).isString());
        }
        if (MAPS.contains(property)) {
            return value.isObject() && value.valueStream().allMatch(JsonNode::isObject);
        }
        if (SETS.contains(property)) {
            return value.isObject() && value.valueStream().allMatch(one -> one.isBoolean() && one.booleanValue());
        }
        return switch (property) {
            case "name", "speakToAs" -> value.isObject();
            case "kind" -> KINDS.contains(value.asString(""));
            case "uid" ->
                value.isString()
                        && !value.stringValue().isEmpty()
                        && value.stringValue().length() <= MAX_UID;
            case "created", "updated", "language", "prodId" -> value.isString();
            default -> true;
        };
    }
}
