// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.contacts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** AddressBook/set (RFC 9610 §2.3). The first address book stays. */
public record AddressBookSet(AddressBooks books, JmapLimits limits) implements Method {
    private static final int MAX_NAME = 255;
    private static final Set<String> PROPERTIES = Set.of("id", "name", "description", "sortOrder", "isSubscribed");

    @Override
    public String name() {
        return "AddressBook/set";
    }

    @Override
    public Capability capability() {
        return Capability.CONTACTS;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(SetRequest.ARGUMENTS);
        known.addAll(Set.of("onDestroyRemoveContents", "onSuccessSetIsDefault"));
        Arguments arguments = call.arguments(known);
        SetRequest request = SetRequest.of(call, arguments, limits);
        books.prepare(call);
        String oldState = books.books().state(call.account());
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode book = Json.object().putNull("description").put("sortOrder", 0);
                String id = books.books().add(call.account(), checked(book.setAll(entry.getValue())), Optional.empty());
                call.created(entry.getKey(), id);
                outcome.created(entry.getKey(), Json.object().put("id", id));
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        for (Map.Entry<String, ObjectNode> entry : request.update().entrySet()) {
            try {
                update(call, entry.getKey(), entry.getValue());
                outcome.updated(entry.getKey());
            } catch (SetException e) {
                outcome.notUpdated(entry.getKey(), e.error());
            }
        }
        for (String id : request.destroy()) {
            try {
                destroy(call, id, arguments.flag("onDestroyRemoveContents"));
                outcome.destroyed(id);
            } catch (SetException e) {
                outcome.notDestroyed(id, e.error());
            }
        }
        return outcome.response(call.accountId(), oldState, books.books().state(call.account()));
    }

    private static ObjectNode checked(ObjectNode book) throws SetException {
        for (Map.Entry<String, JsonNode> entry : book.properties()) {
            JsonNode value = entry.getValue();
            boolean right = switch (entry.getKey()) {
                case "name" ->
                    value.isString()
                            && !value.stringValue().isBlank()
                            && value.stringValue().length() <= MAX_NAME;
                case "description" ->
                    value.isNull() || (value.isString() && value.stringValue().length() <= 10 * MAX_NAME);
                case "sortOrder" -> value.isIntegralNumber() && value.longValue() >= 0;
                case "isSubscribed" -> value.isBoolean();
                default -> PROPERTIES.contains(entry.getKey());
            };
            if (!right) {
                throw SetException.invalid(entry.getKey(), "This property cannot have this value.");
            }
        }
        if (!book.has("name")) {
            throw SetException.invalid("name", "An address book has a name.");
        }
        return book;
    }

    private void update(Call call, String id, ObjectNode patch) throws SetException {
        Kept.Item item = found(call, id);
        ObjectNode after = checked(Patch.apply(item.json(), patch));
        if (!books.books().replace(item, after, Optional.empty())) {
            throw new SetException(new SetError("serverFail", "Somebody else changed it at the same time."));
        }
    }

    private Kept.Item found(Call call, String id) throws SetException {
        return books.books().find(call.account(), id).orElseThrow(() -> new SetException(SetError.notFound()));
    }

    private void destroy(Call call, String id, boolean contents) throws SetException {
        found(call, id);
        if (books.of(call.account()).getFirst().id().equals(id)) {
            throw new SetException(SetError.forbidden("The first address book stays."));
        }
        List<Kept.Item> inside = books.cards().all(call.account()).stream()
                .filter(card -> AddressBooks.isIn(card.json(), id))
                .toList();
        if (!contents && !inside.isEmpty()) {
            throw new SetException(new SetError("addressBookHasContents", "There are cards in it."));
        }
        for (Kept.Item card : inside) {
            takeOut(call, card, id);
        }
        boolean _ = books.books().remove(call.account(), id);
    }

    /** A card that is in no other book goes with this one. */
    private void takeOut(Call call, Kept.Item card, String book) throws SetException {
        ObjectNode left = card.json().deepCopy();
        ((ObjectNode) left.path("addressBookIds")).remove(book);
        boolean _ = left.path("addressBookIds").isEmpty()
                ? books.cards().remove(call.account(), card.id())
                : books.cards().replace(card, left, Optional.empty());
    }
}
