// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blob/lookup (RFC 9404 §4.3): which emails a blob is, or is in. */
public record BlobLookup(JmapServices services) implements Method {
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
        List<String> types = arguments.texts("typeNames").orElse(List.of());
        if (!types.stream().allMatch("Email"::equals)) {
            throw new MethodException("unknownDataType", "Blobs are looked up in emails only.");
        }
        List<String> ids = arguments.texts("ids").orElse(List.of());
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
            OptionalLong message = Blobs.message(id);
            List<String> emails = message.isPresent() ? List.of(Ids.email(message.getAsLong())) : List.of();
            ObjectNode matched = Json.object();
            matched.set("Email", Json.array(emails));
            list.add(Json.object().put("id", id).set("matchedIds", matched));
        }
        ObjectNode response = Json.object().put("accountId", call.accountId());
        response.set("list", list);
        response.set("notFound", Json.array(missing));
        return response;
    }

    private static boolean closed(Blob blob) {
        blob.close();
        return true;
    }
}
