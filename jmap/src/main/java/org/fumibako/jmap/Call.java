// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Invocation;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.model.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A method call under way. One thread's. */
public final class Call {
    private final Caller caller;
    private final ObjectNode json;
    private final Conversation conversation;
    private final List<Invocation> following = new ArrayList<>();

    /** @param json the arguments, references resolved */
    Call(Caller caller, ObjectNode json, Conversation conversation) {
        this.caller = caller;
        this.json = json;
        this.conversation = conversation;
    }

    /**
     * What the calls of one request have in common.
     *
     * @param createdIds ids of what was created, by creation id
     * @param budget octets that the request may still be answered
     */
    record Conversation(Map<String, String> createdIds, Budget budget) {}

    /** Counts what one request is answered. */
    static final class Budget {
        private long left;

        Budget(long octets) {
            this.left = octets;
        }
    }

    public Caller caller() {
        return caller;
    }

    public AccountId account() {
        return caller.account().id();
    }

    /** The arguments; {@code accountId} among them has to be the caller's (RFC 8620 §3.6.2). */
    public Arguments arguments(Set<String> known) throws MethodException {
        Arguments arguments = new Arguments(resolved(), known);
        if (known.contains("accountId")) {
            requireAccount(arguments.requiredText("accountId"));
        }
        return arguments;
    }

    /** Ids of a get may be creation ids after a number sign. */
    private ObjectNode resolved() {
        if (!json.path("ids").isArray()) {
            return json;
        }
        ArrayNode ids = Json.array();
        for (JsonNode id : json.path("ids")) {
            Optional<String> known = id.isString() ? resolve(id.stringValue()) : Optional.empty();
            known.ifPresentOrElse(ids::add, () -> ids.add(id));
        }
        return json.deepCopy().set("ids", ids);
    }

    /** The arguments as they are. */
    ObjectNode echo() {
        return json;
    }

    private void requireAccount(String id) throws MethodException {
        if (!id.equals(accountId())) {
            throw new MethodException("accountNotFound", "There is no such account.");
        }
    }

    public String accountId() {
        return Ids.account(account());
    }

    /** The id itself, or, of a creation id after a number sign, what was created under it (RFC 8620 §5.3). */
    public Optional<String> resolve(String id) {
        return id.startsWith("#")
                ? Optional.ofNullable(conversation.createdIds().get(id.substring(1)))
                : Optional.of(id);
    }

    public void created(String creationId, String id) {
        conversation.createdIds().put(creationId, id);
    }

    /** Has another call carried out after this one, whose response follows this one's. */
    public void follow(String name, ObjectNode arguments) {
        following.add(new Invocation(name, arguments, ""));
    }

    List<Invocation> following() {
        return following;
    }

    /** To be called before something large is put into the response. */
    public void spend(long octets) throws MethodException {
        conversation.budget().left -= octets;
        if (conversation.budget().left < 0) {
            throw new MethodException("requestTooLarge", "The response would be too large; ask for less at a time.");
        }
    }
}
