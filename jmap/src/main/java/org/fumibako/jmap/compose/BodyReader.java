// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes parts of an email's {@code bodyStructure}, or of {@code textBody}, {@code htmlBody} and {@code attachments} (RFC 8621 §4.6). */
final class BodyReader implements AutoCloseable {
    /** Parts of one message; mail with more is not written by people. */
    private static final int MAX_PARTS = 500;

    private static final Set<String> PROPERTIES = Set.of(
            "partId",
            "blobId",
            "size",
            "name",
            "type",
            "charset",
            "disposition",
            "cid",
            "language",
            "location",
            "subParts");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x3b\\x3d\\x3f-\\x7e]{0,500}");

    private final ObjectNode email;
    private final Blobs blobs;
    private final AccountId account;
    private final List<Blob> open = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int parts;

    BodyReader(ObjectNode email, Blobs blobs, AccountId account) {
        this.email = email;
        this.blobs = blobs;
        this.account = account;
    }

    Node read() throws SetException {
        JsonNode values = email.path("bodyValues");
        if (!values.isMissingNode() && !values.isNull() && !values.isObject()) {
            throw SetException.invalid("bodyValues", "It is not a map of texts.");
        }
        Node root = email.has("bodyStructure") ? structure() : lists();
        if (!missing.isEmpty()) {
            ObjectNode extra = Json.object();
            extra.set("notFound", Json.array(missing));
            throw new SetException(
                    new SetError("blobNotFound", "There are blobs that are not there.", List.of(), extra));
        }
        return root;
    }

    private Node structure() throws SetException {
        for (String other : List.of("textBody", "htmlBody", "attachments")) {
            if (email.has(other)) {
                throw SetException.invalid(other, "bodyStructure says it all.");
            }
        }
        return part(email.path("bodyStructure"), "bodyStructure", "text/plain");
    }

    private Node lists() throws SetException {
        List<Node> alternatives = new ArrayList<>();
        one("textBody", "text/plain").ifPresent(alternatives::add);
        Optional<Node> html = one("htmlBody", "text/html");
        List<Node> related = new ArrayList<>();
        List<Node> attached = new ArrayList<>();
        for (JsonNode json : list("attachments")) {
            Node part = part(json, "attachments", "application/octet-stream");
            boolean inline = html.isPresent()
                    && json.path("disposition").asString("").equals("inline")
                    && json.path("cid").isString();
            (inline ? related : attached).add(part);
        }
        if (html.isPresent()) {
            related.addFirst(html.get());
            alternatives.add(related.size() == 1 ? html.get() : multi("related", related));
        }
        Node body = switch (alternatives.size()) {
            case 0 -> new Node.Text("text/plain", "", new Node.Description("", "", "", "", ""), Map.of());
            case 1 -> alternatives.getFirst();
            default -> multi("alternative", alternatives);
        };
        attached.addFirst(body);
        return attached.size() == 1 ? body : multi("mixed", attached);
    }

    private static Node multi(String subtype, List<Node> parts) {
        return new Node.Multi(subtype, List.copyOf(parts), Map.of());
    }

    private Optional<Node> one(String property, String type) throws SetException {
        JsonNode list = list(property);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (list.size() != 1 || !list.get(0).path("type").asString(type).equals(type)) {
            throw SetException.invalid(property, "It is one part of type " + type + ".");
        }
        return Optional.of(part(list.get(0), property, type));
    }

    private JsonNode list(String property) throws SetException {
        JsonNode list = email.path(property);
        if (list.isMissingNode() || list.isNull()) {
            return Json.array();
        }
        if (!list.isArray()) {
            throw SetException.invalid(property, "It is not a list of parts.");
        }
        return list;
    }

    private Node part(JsonNode json, String property, String otherwise) throws SetException {
        parts++;
        if (parts > MAX_PARTS || !json.isObject()) {
            throw SetException.invalid(property, "There are too many parts, or one is no object.");
        }
        String type = json.path("type")
                .asString(json.has("subParts") ? "multipart/mixed" : otherwise)
                .toLowerCase(Locale.ROOT);
        if (!TYPE.matcher(type).matches()) {
            throw SetException.invalid(property + "/type", "This is no media type.");
        }
        Map<String, JsonNode> headers = headers(json, property);
        if (type.startsWith("multipart/")) {
            List<Node> children = new ArrayList<>();
            for (JsonNode child : json.path("subParts")) {
                children.add(part(child, property, "text/plain"));
            }
            if (children.isEmpty()) {
                throw SetException.invalid(property + "/subParts", "A multipart has parts.");
            }
            return new Node.Multi(type.substring("multipart/".length()), children, headers);
        }
        return leaf(json, property, type, headers);
    }

    private Node leaf(JsonNode json, String property, String type, Map<String, JsonNode> headers) throws SetException {
        Node.Description description = new Node.Description(
                json.path("name").asString(""),
                disposition(json, property),
                token(json, "cid", property),
                language(json, property),
                token(json, "location", property));
        if (json.path("partId").isString() == json.path("blobId").isString()) {
            throw SetException.invalid(property, "A part has a partId or a blobId.");
        }
        if (json.path("partId").isString()) {
            JsonNode value = email.path("bodyValues").path(json.path("partId").stringValue());
            boolean whole = value.path("value").isString()
                    && !value.path("isTruncated").asBoolean(false)
                    && !value.path("isEncodingProblem").asBoolean(false);
            if (!whole || !type.startsWith("text/") || json.has("charset") || json.has("size")) {
                throw SetException.invalid(property + "/partId", "There is no whole text for this part.");
            }
            return new Node.Text(type, value.path("value").stringValue(), description, headers);
        }
        String blobId = json.path("blobId").stringValue();
        Optional<Blob> blob = blobs.find(account, blobId);
        if (blob.isEmpty()) {
            missing.add(blobId);
            return new Node.Text("text/plain", "", description, headers);
        }
        open.add(blob.get());
        return new Node.Octets(type, blob.get(), description, headers);
    }

    private static String disposition(JsonNode json, String property) throws SetException {
        String disposition = json.path("disposition").asString("").toLowerCase(Locale.ROOT);
        if (!disposition.isEmpty() && !disposition.equals("inline") && !disposition.equals("attachment")) {
            throw SetException.invalid(property + "/disposition", "It is inline or attachment.");
        }
        return disposition;
    }

    private static String token(JsonNode json, String name, String property) throws SetException {
        String value = json.path(name).asString("");
        if (!TOKEN.matcher(value).matches()) {
            throw SetException.invalid(property + "/" + name, "It has characters that cannot be.");
        }
        return value;
    }

    private static String language(JsonNode json, String property) throws SetException {
        List<String> languages = new ArrayList<>();
        json.path("language").forEach(language -> languages.add(language.asString("")));
        String joined = String.join(", ", languages);
        if (!joined.matches("[A-Za-z0-9, -]{0,200}")) {
            throw SetException.invalid(property + "/language", "These are no languages.");
        }
        return joined;
    }

    private static Map<String, JsonNode> headers(JsonNode json, String property) throws SetException {
        for (String name : json.propertyNames()) {
            boolean known = PROPERTIES.contains(name)
                    || name.equals("headers")
                    || (name.startsWith("header:") && HeaderProperty.of(name).isPresent());
            if (!known) {
                throw SetException.invalid(property + "/" + name, "A part has no such property.");
            }
        }
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().startsWith("header:")) {
                if (entry.getKey().toLowerCase(Locale.ROOT).startsWith("header:content-")) {
                    throw SetException.invalid(property + "/" + entry.getKey(), "It is set by properties of its own.");
                }
                headers.put(entry.getKey(), entry.getValue());
            } else if (entry.getKey().equals("headers")) {
                throw SetException.invalid(property + "/headers", "Headers are set one by one.");
            }
        }
        return headers;
    }

    @Override
    public void close() {
        open.forEach(Blob::close);
    }
}
