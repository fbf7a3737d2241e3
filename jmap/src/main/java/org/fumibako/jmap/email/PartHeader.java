// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Json;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/** The header of a message or of a part, read from the message. */
final class PartHeader {
    private final Headers headers;

    private PartHeader(Headers headers) {
        this.headers = headers;
    }

    static PartHeader read(Content message, BodyPart part) throws IOException {
        long length = Math.min(part.bodyOffset() - part.headerOffset(), MimeLimits.DEFAULT.headerOctets());
        try (InputStream in = message.open(part.headerOffset(), Math.max(0, length))) {
            return new PartHeader(Headers.of(in.readAllBytes()));
        }
    }

    /** What the property asks for; null, or nothing, where there is no such field. */
    JsonNode value(HeaderProperty property) {
        List<JsonNode> values = new ArrayList<>();
        if (property.form() == HeaderProperty.Form.RAW) {
            raw(property.field()).forEach(raw -> values.add(Json.object().stringNode(raw)));
        } else {
            headers.all(property.field()).forEach(raw -> values.add(HeaderValues.of(property.form(), raw)));
        }
        if (property.all()) {
            ArrayNode all = Json.array();
            values.forEach(all::add);
            return all;
        }
        return values.isEmpty() ? NullNode.instance : values.getLast();
    }

    /** All fields as they are written. */
    ArrayNode all() {
        ArrayNode fields = Json.array();
        for (String field : written(new String(headers.select(name -> true), StandardCharsets.UTF_8))) {
            int colon = field.indexOf(':');
            fields.add(Json.object()
                    .put("name", field.substring(0, colon).stripTrailing())
                    .put("value", field.substring(colon + 1)));
        }
        return fields;
    }

    private List<String> raw(String name) {
        String fields = new String(headers.select(name::equalsIgnoreCase), StandardCharsets.UTF_8);
        return written(fields).stream()
                .map(field -> field.substring(field.indexOf(':') + 1))
                .toList();
    }

    /** Fields with their folds, without the line break at their end. */
    private static List<String> written(String octets) {
        List<String> fields = new ArrayList<>();
        int begin = 0;
        for (int i = octets.indexOf('\n'); i >= 0; i = octets.indexOf('\n', i + 1)) {
            boolean folded = i + 1 < octets.length() && (octets.charAt(i + 1) == ' ' || octets.charAt(i + 1) == '\t');
            if (!folded) {
                String field = octets.substring(begin, i > begin && octets.charAt(i - 1) == '\r' ? i - 1 : i);
                if (field.indexOf(':') > 0) {
                    fields.add(field.replace("\0", ""));
                }
                begin = i + 1;
            }
        }
        return fields;
    }
}
