// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A method call or what it is answered (RFC 8620 §3.2). */
public record Invocation(String name, ObjectNode arguments, String callId) {
    public ArrayNode toJson() {
        return Json.array().add(name).add(arguments).add(callId);
    }
}
