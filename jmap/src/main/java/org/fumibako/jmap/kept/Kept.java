// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.kept;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.jmap.wire.State;
import org.fumibako.model.AccountId;
import org.fumibako.store.AccountObject;
import org.fumibako.store.AccountObjects;
import tools.jackson.databind.node.ObjectNode;

/** The objects of one type. Their states are numbers that go on counting after a restart. Safe for any number of threads. */
public final class Kept {
    private final AccountObjects objects;
    private final Json json;
    private final Type type;

    public Kept(AccountObjects objects, Json json, Type type) {
        this.objects = objects;
        this.json = json;
        this.type = type;
    }

    /**
     * What kind of thing they are.
     *
     * @param name as JMAP calls it; what the store keeps them under
     * @param letter that ids begin with
     * @param most of one account
     */
    public record Type(String name, char letter, int most) {}

    /** One of them as it was read; its {@code id} is in it. */
    public record Item(AccountObject row, ObjectNode json) {
        /** The id for clients. */
        public String id() {
            return json.path("id").asString();
        }
    }

    /** The type. */
    public Type type() {
        return type;
    }

    public String state(AccountId account) {
        return Long.toString(objects.state(account, type.name()));
    }

    /** All of an account, in the order in which they came. */
    public List<Item> all(AccountId account) {
        return objects.list(account, type.name()).stream().map(this::item).toList();
    }

    /** By the id that clients know. */
    public Optional<Item> find(AccountId account, String id) {
        OptionalLong number = Ids.number(type.letter(), id);
        return number.isEmpty()
                ? Optional.empty()
                : objects.find(account, type.name(), number.getAsLong()).map(this::item);
    }

    /** What is due, claimed until {@code until}. */
    public List<Item> claim(Instant now, Instant until, int most) {
        return objects.claim(type.name(), now, until, most).stream()
                .map(this::item)
                .toList();
    }

    /** When the next is due. */
    public Optional<Instant> nextDue() {
        return objects.nextDue(type.name());
    }

    private Item item(AccountObject row) {
        try {
            ObjectNode object = (ObjectNode) json.read(row.value().getBytes(StandardCharsets.UTF_8));
            return new Item(row, object.put("id", type.letter() + Long.toString(row.id())));
        } catch (Json.NoJsonException damaged) {
            throw new IllegalStateException(type.name() + " " + row.id() + " is no JSON", damaged);
        }
    }

    /** Adds one and answers its id. */
    public String add(AccountId account, ObjectNode object, Optional<Instant> due) throws SetException {
        OptionalLong id = objects.add(account, type.name(), text(object), due, type.most());
        if (id.isEmpty()) {
            throw new SetException(new SetError("overQuota", "There may be " + type.most() + " of them."));
        }
        return type.letter() + Long.toString(id.getAsLong());
    }

    /** False when it has changed, or gone, since it was read. */
    public boolean replace(Item read, ObjectNode object, Optional<Instant> due) throws SetException {
        return objects.replace(read.row(), type.name(), text(object), due);
    }

    /** False when there is none. */
    public boolean remove(AccountId account, String id) {
        OptionalLong number = Ids.number(type.letter(), id);
        return number.isPresent() && objects.remove(account, type.name(), number.getAsLong());
    }

    /** What happened since the state that the client knows. */
    public ObjectNode changes(AccountId account, ChangesRequest request) throws MethodException {
        Optional<State> since = State.parse(request.sinceState());
        String now = state(account);
        AccountObjects.Changes changes = since.flatMap(known -> objects.since(account, type.name(), known.modSeq()))
                .filter(found -> found.created().size()
                                + found.updated().size()
                                + found.destroyed().size()
                        <= request.most())
                .orElseThrow(MethodException::cannotCalculateChanges);
        return request.response(
                Ids.account(account),
                now,
                false,
                new ChangesRequest.Found(ids(changes.created()), ids(changes.updated()), ids(changes.destroyed())));
    }

    private List<String> ids(List<Long> numbers) {
        return numbers.stream()
                .map(number -> type.letter() + Long.toString(number))
                .toList();
    }

    private String text(ObjectNode object) throws SetException {
        String text = new String(json.write(object.deepCopy().without("id")), StandardCharsets.UTF_8);
        if (text.length() > AccountObjects.MAX_VALUE) {
            throw new SetException(
                    new SetError("tooLarge", "It may have " + AccountObjects.MAX_VALUE + " characters."));
        }
        return text;
    }
}
