// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Identities;
import org.fumibako.store.AccountObjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identities of accounts (RFC 8621 §6): one for each address that an account may send as, which stays, and those that the owner
 * makes beside them, with other names and signatures.
 */
public final class IdentityBook {
    /** Names that one person goes by. */
    private static final Kept.Type MORE = new Kept.Type("Identity", 'J', 100);

    private final Directory directory;
    private final Identities stored;
    private final Json json = new Json(JmapLimits.DEFAULT);
    private final AccountObjects objects;
    private final Kept more;

    /** @param objects where identities are that the owner made beside those of the addresses */
    public IdentityBook(Directory directory, Identities stored, AccountObjects objects) {
        this.objects = objects;
        this.more = new Kept(objects, json, MORE);
        this.directory = directory;
        this.stored = stored;
    }

    /** By id, the account's own address first; one that was made for an address that is gone is not there. */
    Map<String, EmailAddress> addresses(AccountId account) {
        Map<String, EmailAddress> addresses = own(account);
        Set<String> keys = addresses.values().stream().map(EmailAddress::key).collect(Collectors.toSet());
        for (Kept.Item item : more.all(account)) {
            EmailAddress.parse(item.json().path("email").asString(""))
                    .filter(address -> keys.contains(address.key()))
                    .ifPresent(address -> addresses.put(item.id(), address));
        }
        return addresses;
    }

    private Map<String, EmailAddress> own(AccountId account) {
        Map<String, EmailAddress> addresses = new LinkedHashMap<>();
        directory.addressesOf(account).forEach(address -> addresses.put(id(address), address));
        return addresses;
    }

    /** Makes one more and answers its id. */
    String add(AccountId account, ObjectNode identity) throws SetException {
        return more.add(account, identity, Optional.empty());
    }

    /** Whether it is one that the owner made. */
    boolean isMore(AccountId account, String id) {
        return more.find(account, id).isPresent();
    }

    boolean remove(AccountId account, String id) {
        return more.remove(account, id);
    }

    private static String id(EmailAddress address) {
        return "I" + HexFormat.of().formatHex(address.key().getBytes(StandardCharsets.UTF_8));
    }

    List<ObjectNode> all(AccountId account) {
        Map<String, Identities.Identity> known = new HashMap<>(stored.of(account));
        List<ObjectNode> all = new ArrayList<>();
        own(account)
                .forEach((id, address) ->
                        all.add(object(id, address, known.getOrDefault(address.key(), Identities.Identity.EMPTY))));
        Set<String> there = addresses(account).keySet();
        for (Kept.Item item : more.all(account)) {
            if (there.contains(item.id())) {
                all.add(item.json().put("mayDelete", true));
            }
        }
        return all;
    }

    private ObjectNode object(String id, EmailAddress address, Identities.Identity identity) {
        ObjectNode object =
                Json.object().put("id", id).put("name", identity.name()).put("email", address.toString());
        object.set("replyTo", parsed(identity.replyTo()));
        object.set("bcc", parsed(identity.bcc()));
        return object.put("textSignature", identity.textSignature())
                .put("htmlSignature", identity.htmlSignature())
                .put("mayDelete", false);
    }

    private JsonNode parsed(String text) {
        try {
            return text.isEmpty() ? Json.object().nullNode() : json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Json.NoJsonException damaged) {
            return Json.object().nullNode();
        }
    }

    void set(Call call, String id, ObjectNode identity) throws SetException {
        Optional<Kept.Item> made = more.find(call.account(), id);
        if (made.isPresent()) {
            if (!more.replace(made.get(), identity, Optional.empty())) {
                throw new SetException(SetError.notFound());
            }
            return;
        }
        EmailAddress address = Objects.requireNonNull(own(call.account()).get(id));
        stored.set(
                call.account(),
                address,
                new Identities.Identity(
                        identity.path("name").asString(""),
                        text(identity.path("replyTo")),
                        text(identity.path("bcc")),
                        identity.path("textSignature").asString(""),
                        identity.path("htmlSignature").asString("")),
                call.caller().origin());
        objects.announce(call.account(), MORE.name());
    }

    private static String text(JsonNode list) {
        return list.isNull() || list.isMissingNode() ? "" : list.toString();
    }

    /** What the identities are like, each by its id: what changed since can be told from it. */
    public String state(AccountId account) {
        return states(account).entrySet().stream()
                .map(entry -> entry.getKey() + "-" + entry.getValue())
                .collect(Collectors.joining("."));
    }

    /** By id, what stands for how it is. */
    Map<String, String> states(AccountId account) {
        Map<String, String> states = new LinkedHashMap<>();
        for (ObjectNode identity : all(account)) {
            CRC32C sum = new CRC32C();
            sum.update(json.write(identity));
            states.put(identity.path("id").asString(), HexFormat.of().toHexDigits((int) sum.getValue()));
        }
        return states;
    }
}
