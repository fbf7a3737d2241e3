// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as JMAP has it: I-JSON (RFC 7493), so no name twice in an object and nothing after the value. */
public final class Json {
    /** Digits of a number: I-JSON has doubles, and what is longer only costs time. */
    private static final int MAX_NUMBER = 40;

    /** Characters of the name of a property: a blob id with a header form, many times over. */
    private static final int MAX_NAME = 4096;

    private final JsonMapper mapper;

    public Json(JmapLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth())
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .maxStringLength(limits.maxSizeRequest())
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Reads one value. */
    public JsonNode read(InputStream in) throws NoJsonException, IOException {
        return read(in.readAllBytes());
    }

    /** Reads one value. */
    public JsonNode read(byte[] octets) throws NoJsonException {
        try {
            JsonNode node = mapper.readTree(octets);
            if (node.isMissingNode()) {
                throw new NoJsonException("the request is empty");
            }
            return node;
        } catch (JacksonException e) {
            throw new NoJsonException(e.getOriginalMessage());
        }
    }

    /** The octets of a value, in UTF-8. */
    public byte[] write(JsonNode node) {
        return mapper.writeValueAsBytes(node);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An array of texts. */
    public static ArrayNode array(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** The octets are not JSON, or more of it than we read. */
    public static final class NoJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        NoJsonException(String message) {
            super(message);
        }
    }
}
