// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.EmailRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blob/lookup (RFC 9404 §4.3): which emails a blob is, or is in. */
public record BlobLookup(JmapServices services) implements Method {
    /** Types whose objects a blob may be in (RFC 9404 §7). */
    static final List<String> TYPES = List.of("Mailbox", "Thread", "Email");

    private static final int MAX_IDS = 500;

    @Override
    public String name() {
        return "Blob/lookup";
    }

    @Override
    public Capability capability() {
        return Capability.BLOB;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("accountId", "typeNames", "ids"));
        List<String> types = arguments.requiredTexts("typeNames");
        if (!TYPES.containsAll(types)) {
            throw new MethodException("unknownDataType", "Blobs are looked up in " + TYPES + " only.");
        }
        List<String> ids = arguments.requiredTexts("ids");
        if (ids.size() > MAX_IDS) {
            throw new MethodException("requestTooLarge", "There may be " + MAX_IDS + " blobs.");
        }
        ArrayNode list = Json.array();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (services.blobs()
                    .find(call.account(), id)
                    .map(BlobLookup::closed)
                    .isEmpty()) {
                missing.add(id);
                continue;
            }
            list.add(Json.object().put("id", id).set("matchedIds", matched(call, id, types)));
        }
        ObjectNode response = Json.object().put("accountId", call.accountId());
        response.set("list", list);
        response.set("notFound", Json.array(missing));
        return response;
    }

    private ObjectNode matched(Call call, String id, List<String> types) {
        OptionalLong message = Blobs.message(id);
        List<EmailRow> rows = message.isEmpty()
                ? List.of()
                : services.mail().emails().rows(call.account(), List.of(message.getAsLong()), Set.of());
        ObjectNode matched = Json.object();
        for (String type : types) {
            Stream<String> ids = rows.stream().flatMap(row -> switch (type) {
                case "Email" -> Stream.of(Ids.email(row.contentId()));
                case "Thread" -> Stream.of(Ids.thread(row.threadId()));
                default -> row.places().stream().map(place -> Ids.mailbox(place.mailbox()));
            });
            matched.set(type, Json.array(ids.distinct().toList()));
        }
        return matched;
    }

    private static boolean closed(Blob blob) {
        blob.close();
        return true;
    }
}
