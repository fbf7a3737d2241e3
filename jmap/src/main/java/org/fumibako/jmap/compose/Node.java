// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.compose;

import java.util.List;
import java.util.Map;
import org.fumibako.jmap.blob.Blob;
import tools.jackson.databind.JsonNode;

/** A part of a message that is being composed. */
sealed interface Node {
    /** Header fields that the client gave for the part, by property. */
    Map<String, JsonNode> headers();

    /** Parts together. {@code subtype}: {@code mixed}. */
    record Multi(String subtype, List<Node> parts, Map<String, JsonNode> headers) implements Node {}

    /** A text. {@code type}: {@code text/plain}. */
    record Text(String type, String value, Description description, Map<String, JsonNode> headers) implements Node {}

    /** Octets. */
    record Octets(String type, Blob blob, Description description, Map<String, JsonNode> headers) implements Node {}

    /**
     * What is said of a leaf; empty texts where nothing is.
     *
     * @param disposition {@code attachment}, {@code inline} or empty
     */
    record Description(String name, String disposition, String cid, String language, String location) {}
}
