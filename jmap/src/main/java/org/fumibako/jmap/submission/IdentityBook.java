// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Identities;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The identities of accounts: one for each address that an account may send as (RFC 8621 §6). */
public final class IdentityBook {
    private final Directory directory;
    private final Identities stored;
    private final Json json = new Json(JmapLimits.DEFAULT);

    public IdentityBook(Directory directory, Identities stored) {
        this.directory = directory;
        this.stored = stored;
    }

    /** By id, the account's own address first. */
    Map<String, EmailAddress> addresses(AccountId account) {
        Map<String, EmailAddress> addresses = new LinkedHashMap<>();
        directory.addressesOf(account).forEach(address -> addresses.put(id(address), address));
        return addresses;
    }

    private static String id(EmailAddress address) {
        return "I" + HexFormat.of().formatHex(address.key().getBytes(StandardCharsets.UTF_8));
    }

    List<ObjectNode> all(AccountId account) {
        Map<String, Identities.Identity> known = new HashMap<>(stored.of(account));
        return addresses(account).entrySet().stream()
                .map(entry -> object(
                        entry.getKey(),
                        entry.getValue(),
                        known.getOrDefault(entry.getValue().key(), Identities.Identity.EMPTY)))
                .toList();
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

    void set(Call call, EmailAddress address, ObjectNode identity) {
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
    }

    private static String text(JsonNode list) {
        return list.isNull() || list.isMissingNode() ? "" : list.toString();
    }

    /** What the identities are like; another state when one of them is different. */
    String state(AccountId account) {
        CRC32C sum = new CRC32C();
        all(account).forEach(identity -> sum.update(json.write(identity)));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
