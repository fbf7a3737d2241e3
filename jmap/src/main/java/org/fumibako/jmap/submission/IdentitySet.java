// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.EmailAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Identity/set (RFC 8621 §6.3): the panel decides which addresses there are, the owner what stands under their letters. */
public final class IdentitySet implements Method {
    /** Characters of a name or a signature; a picture in one is a data URL. */
    private static final int MAX_TEXT = 200_000;

    private static final int MAX_ADDRESSES = 50;
    private static final Set<String> LISTS = Set.of("replyTo", "bcc");
    private static final Set<String> TEXTS = Set.of("name", "textSignature", "htmlSignature");

    private final IdentityBook book;
    private final JmapLimits limits;

    public IdentitySet(IdentityBook book, JmapLimits limits) {
        this.book = book;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Identity/set";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        SetRequest request = SetRequest.of(call, call.arguments(SetRequest.ARGUMENTS), limits);
        String oldState = book.state(call.account());
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode created = create(call, entry.getValue());
                call.created(entry.getKey(), created.path("id").asString());
                outcome.created(entry.getKey(), created);
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
            if (book.remove(call.account(), id)) {
                outcome.destroyed(id);
            } else {
                boolean there = book.addresses(call.account()).containsKey(id);
                outcome.notDestroyed(
                        id, there ? SetError.forbidden("Addresses are removed in the panel.") : SetError.notFound());
            }
        }
        return outcome.response(call.accountId(), oldState, book.state(call.account()));
    }

    /** Returns what the client does not know of it. */
    private ObjectNode create(Call call, ObjectNode given) throws SetException {
        EmailAddress address = EmailAddress.parse(given.path("email").asString(""))
                .orElseThrow(() -> SetException.invalid("email", "This is no address."));
        boolean own = book.addresses(call.account()).values().stream()
                .anyMatch(known -> known.key().equals(address.key()));
        if (!own) {
            throw new SetException(new SetError("forbiddenFrom", "The account does not send as this address."));
        }
        ObjectNode identity = Json.object()
                .put("name", "")
                .put("email", address.toString())
                .putNull("replyTo")
                .putNull("bcc")
                .put("textSignature", "")
                .put("htmlSignature", "");
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (!identity.has(entry.getKey())) {
                throw SetException.invalid(entry.getKey(), "This property cannot be set.");
            }
            if (!entry.getKey().equals("email")) {
                requireValue(entry.getKey(), entry.getValue(), identity);
                identity.set(entry.getKey(), entry.getValue());
            }
        }
        ObjectNode created = identity.deepCopy().without(given.propertyNames());
        return created.put("id", book.add(call.account(), identity)).put("mayDelete", true);
    }

    private static void requireValue(String property, JsonNode value, ObjectNode before) throws SetException {
        boolean right = TEXTS.contains(property)
                ? value.isString() && value.stringValue().length() <= MAX_TEXT
                : LISTS.contains(property) ? isAddresses(value) : value.equals(before.get(property));
        if (!right) {
            throw SetException.invalid(property, "This property cannot have this value.");
        }
    }

    private void update(Call call, String id, ObjectNode patch) throws SetException {
        ObjectNode before = book.all(call.account()).stream()
                .filter(identity -> identity.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new SetException(SetError.notFound()));
        ObjectNode after = Patch.apply(before, patch);
        for (Map.Entry<String, JsonNode> entry : after.properties()) {
            requireValue(entry.getKey(), entry.getValue(), before);
        }
        book.set(call, id, after);
    }

    private static boolean isAddresses(JsonNode list) {
        return list.isNull()
                || (list.isArray()
                        && list.size() <= MAX_ADDRESSES
                        && list.valueStream()
                                .allMatch(one -> EmailAddress.parse(
                                                one.path("email").asString(""))
                                        .isPresent()));
    }
}
