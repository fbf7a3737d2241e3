// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blob/get (RFC 9404 §4.2): octets of blobs as text or base64, their size, and their digests. */
public record BlobGet(JmapServices services) implements Method {
    /** Names of RFC 9404 §4.2.1, with Java's. */
    static final Map<String, String> DIGESTS = Map.of("sha", "SHA-1", "sha-256", "SHA-256");

    /** Octets of one blob that are given in a response. */
    private static final int MAX_DATA = 8 << 20;

    private static final int MAX_IDS = 50;
    private static final List<String> DEFAULTS = List.of("data", "size");

    @Override
    public String name() {
        return "Blob/get";
    }

    @Override
    public Capability capability() {
        return Capability.BLOB;
    }

    /** Which octets are wanted. */
    private record Range(long offset, Optional<Long> length) {}

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("accountId", "ids", "properties", "offset", "length"));
        List<String> ids = arguments.texts("ids").orElse(List.of());
        if (ids.size() > MAX_IDS) {
            throw new MethodException("requestTooLarge", "There may be " + MAX_IDS + " blobs.");
        }
        List<String> properties = arguments.texts("properties").orElse(DEFAULTS);
        Range range = new Range(arguments.number("offset", 0).orElse(0L), arguments.number("length", 0));
        ArrayNode list = Json.array();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            Optional<Blob> found =
                    services.blobs().find(call.account(), call.resolve(id).orElse(""));
            if (found.isEmpty()) {
                missing.add(id);
            } else {
                try (Blob blob = found.get()) {
                    list.add(said(call, id, blob, properties, range));
                } catch (IOException unreadable) {
                    throw MethodException.serverFail();
                }
            }
        }
        ObjectNode response = Json.object().put("accountId", call.accountId());
        response.set("list", list);
        response.set("notFound", Json.array(missing));
        return response;
    }

    private static ObjectNode said(Call call, String id, Blob blob, List<String> properties, Range range)
            throws IOException, MethodException {
        ObjectNode said = Json.object().put("id", id);
        for (String property : properties) {
            if (property.equals("size")) {
                said.put("size", size(blob));
            } else if (property.startsWith("digest:") && DIGESTS.containsKey(property.substring(7))) {
                said.put(property, digest(blob, DIGESTS.get(property.substring(7)), range));
            } else if (property.startsWith("data")) {
                data(call, said, blob, property, range);
            } else if (!property.equals("id")) {
                throw MethodException.invalidArguments("There is no property " + property + ".");
            }
        }
        return said;
    }

    private static long size(Blob blob) throws IOException {
        try (InputStream in = blob.open()) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static void data(Call call, ObjectNode said, Blob blob, String property, Range range)
            throws IOException, MethodException {
        byte[] octets;
        try (InputStream in = from(blob, range)) {
            octets = in.readNBytes(MAX_DATA + 1);
        }
        if (octets.length > MAX_DATA) {
            throw new MethodException("requestTooLarge", "Ask for " + MAX_DATA + " octets at a time.");
        }
        call.spend(octets.length);
        if (range.length().isPresent() && octets.length < range.length().get()) {
            said.put("isTruncated", true);
        }
        Optional<String> text = text(octets);
        if (property.equals("data:asBase64") || (text.isEmpty() && property.equals("data"))) {
            said.put("data:asBase64", Base64.getEncoder().encodeToString(octets));
        } else if (text.isPresent()) {
            said.put("data:asText", text.get());
        } else {
            said.putNull("data:asText");
        }
        if (text.isEmpty() && !property.equals("data:asBase64")) {
            said.put("isEncodingProblem", true);
        }
    }

    private static InputStream from(Blob blob, Range range) throws IOException {
        InputStream in = blob.open();
        try {
            in.skipNBytes(range.offset());
        } catch (EOFException beyond) {
            return InputStream.nullInputStream();
        }
        return range.length().isPresent() ? new Cut(in, range.length().get()) : in;
    }

    private static Optional<String> text(byte[] octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException none) {
            return Optional.empty();
        }
    }

    private static String digest(Blob blob, String algorithm, Range range) throws IOException {
        try (InputStream in = from(blob, range)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
