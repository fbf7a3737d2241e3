// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Json;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.MailCharsets;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of one message as objects (RFC 8621 §4.1.4).
 *
 * @param blobs the blob id of the message
 * @param properties those that are wanted
 */
record PartJson(String blobs, Content message, Set<String> properties) {
    static final Set<String> DEFAULTS =
            Set.of("partId", "blobId", "size", "name", "type", "charset", "disposition", "cid", "language", "location");
    static final Set<String> KNOWN = Set.of(
            "partId",
            "blobId",
            "size",
            "headers",
            "name",
            "type",
            "charset",
            "disposition",
            "cid",
            "language",
            "location",
            "subParts");

    /** Octets beyond those that are shown, so that the last character that is shown is whole. */
    private static final int SPARE = 16;

    /** A tree where {@code subParts} is wanted, or always when it is the structure. */
    ObjectNode of(Part part, boolean structure) throws IOException {
        ObjectNode json = Json.object();
        for (String property : properties) {
            if (!property.equals("subParts")) {
                put(json, property, part);
            }
        }
        if (part.isMultipart() && (structure || properties.contains("subParts"))) {
            ArrayNode below = Json.array();
            for (Part child : part.subParts()) {
                below.add(of(child, structure));
            }
            json.set("subParts", below);
        }
        return json;
    }

    ArrayNode list(List<Part> parts) throws IOException {
        ArrayNode list = Json.array();
        for (Part part : parts) {
            list.add(of(part, false));
        }
        return list;
    }

    private void put(ObjectNode json, String property, Part part) throws IOException {
        switch (property) {
            case "partId" -> json.put(property, part.partId().orElse(null));
            case "blobId" -> json.put(property, part.partId().map(this::blobId).orElse(null));
            case "size" -> json.put(property, part.isMultipart() ? 0 : size(part));
            case "headers" ->
                json.set(property, PartHeader.read(message, part.part()).all());
            case "name" -> json.put(property, part.name().orElse(null));
            case "type" -> json.put(property, part.type());
            case "charset" -> json.put(property, charset(part).orElse(null));
            case "disposition" -> json.put(property, part.disposition().isEmpty() ? null : part.disposition());
            case "cid" ->
                json.put(property, part.part().id().map(PartJson::bare).orElse(null));
            case "language" ->
                json.set(
                        property,
                        part.part().language().isEmpty()
                                ? json.nullNode()
                                : Json.array(part.part().language()));
            case "location" ->
                json.put(
                        property, part.part().location().map(HeaderText::decode).orElse(null));
            default ->
                json.set(
                        property,
                        PartHeader.read(message, part.part())
                                .value(HeaderProperty.of(property).orElseThrow()));
        }
    }

    private String blobId(String partId) {
        return blobs + "_" + partId.replace('.', '_');
    }

    private long size(Part part) throws IOException {
        try (InputStream body = PartText.open(message, part.part())) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Optional<String> charset(Part part) {
        return part.part().type().equals("TEXT")
                ? Optional.of(
                        part.part().parameter("charset").map(HeaderText::decode).orElse("us-ascii"))
                : Optional.empty();
    }

    private static String bare(String id) {
        String text = HeaderText.decode(id).strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }

    /** The text of a part (RFC 8621 §4.1.4), at most {@code most} octets of UTF-8. */
    ObjectNode value(Part part, int most) throws IOException {
        byte[] octets;
        boolean more;
        try (InputStream body = PartText.open(message, part.part())) {
            octets = body.readNBytes(most + SPARE);
            more = body.read() >= 0;
        }
        String declared = part.part().parameter("charset").orElse("");
        String text = MailCharsets.decode(octets, declared).replace("\r\n", "\n");
        boolean unknown = !declared.isEmpty() && MailCharsets.named(declared).isEmpty();
        String cut = cut(text, most);
        return Json.object()
                .put("value", cut)
                .put("isEncodingProblem", unknown || cut.indexOf('\uFFFD') >= 0)
                .put("isTruncated", more || cut.length() < text.length());
    }

    private static String cut(String text, int most) {
        int octets = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            octets += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets > most) {
                return text.substring(0, end);
            }
            end += Character.charCount(c);
        }
        return text;
    }
}
