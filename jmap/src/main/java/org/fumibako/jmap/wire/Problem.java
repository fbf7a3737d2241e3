// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that fails as a whole (RFC 8620 §3.6.1), as a problem detail (RFC 7807).
 *
 * @param limit the name of the limit that was exceeded, of type {@code limit}
 */
public record Problem(String type, int status, String detail, Optional<String> limit) {
    private static final String PREFIX = "urn:ietf:params:jmap:error:";

    public static Problem notJson(String detail) {
        return new Problem(PREFIX + "notJSON", 400, detail, Optional.empty());
    }

    public static Problem notRequest(String detail) {
        return new Problem(PREFIX + "notRequest", 400, detail, Optional.empty());
    }

    public static Problem unknownCapability(String capability) {
        return new Problem(
                PREFIX + "unknownCapability",
                400,
                "The server does not know the capability " + capability + ".",
                Optional.empty());
    }

    /** @param name the property of the session object that says the limit */
    public static Problem limit(String name, String detail) {
        return new Problem(PREFIX + "limit", 400, detail, Optional.of(name));
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type).put("status", status).put("detail", detail);
        limit.ifPresent(name -> json.put("limit", name));
        return json;
    }
}
