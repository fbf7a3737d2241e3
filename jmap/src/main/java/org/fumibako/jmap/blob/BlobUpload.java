// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Blob/upload (RFC 9404 §4.1): blobs out of texts, octets in base64, and pieces of other blobs. */
public record BlobUpload(JmapServices services) implements Method {
    /** Pieces of one blob. */
    private static final int MAX_SOURCES = 64;

    /** What the session object says of the capability (RFC 9404 §3.1). */
    public static ObjectNode capability(JmapLimits limits) {
        ObjectNode said =
                Json.object().put("maxSizeBlobSet", limits.maxSizeUpload()).put("maxDataSources", MAX_SOURCES);
        said.set("supportedTypeNames", Json.array(BlobLookup.TYPES));
        said.set("supportedDigestAlgorithms", Json.array(BlobGet.DIGESTS.keySet()));
        return said;
    }

    @Override
    public String name() {
        return "Blob/upload";
    }

    @Override
    public Capability capability() {
        return Capability.BLOB;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("accountId", "create"));
        ObjectNode create = arguments.object("create").orElse(Json.object());
        if (create.size() > services.limits().maxObjectsInSet()) {
            throw new MethodException("requestTooLarge", "There are too many blobs.");
        }
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, JsonNode> entry : create.properties()) {
            try {
                Uploads.Taken taken = take(call, entry.getValue());
                String type = entry.getValue().path("type").asString("application/octet-stream");
                call.created(entry.getKey(), taken.blobId());
                outcome.created(
                        entry.getKey(),
                        Json.object()
                                .put("id", taken.blobId())
                                .put("blobId", taken.blobId())
                                .put("type", type)
                                .put("size", taken.size()));
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        ObjectNode response = outcome.response(call.accountId(), "", "");
        return response.retain(List.of("accountId", "created", "notCreated"));
    }

    private Uploads.Taken take(Call call, JsonNode wanted) throws SetException {
        JsonNode sources = wanted.path("data");
        if (!sources.isArray() || sources.isEmpty() || sources.size() > MAX_SOURCES) {
            throw SetException.invalid("data", "A blob has 1 to " + MAX_SOURCES + " sources.");
        }
        List<Blob> open = new ArrayList<>();
        try {
            List<InputStream> pieces = new ArrayList<>();
            for (JsonNode source : sources) {
                pieces.add(piece(call, source, open));
            }
            InputStream all = new SequenceInputStream(Collections.enumeration(pieces));
            return services.blobs().uploads().take(call.account(), all);
        } catch (EOFException e) {
            throw SetException.invalid("data", "A range begins and ends within the blob.");
        } catch (Uploads.TooLargeException e) {
            throw new SetException(new SetError("tooLarge", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The blob could not be kept."));
        } finally {
            open.forEach(Blob::close);
        }
    }

    private InputStream piece(Call call, JsonNode source, List<Blob> open) throws SetException, IOException {
        long kinds = Stream.of("data:asText", "data:asBase64", "blobId")
                .filter(source::hasNonNull)
                .count();
        if (kinds != 1) {
            throw SetException.invalid("data", "A source is a text, base64 or a blob, one of them.");
        }
        if (source.path("data:asText").isString()) {
            return octets(source.path("data:asText").stringValue().getBytes(StandardCharsets.UTF_8));
        }
        if (source.path("data:asBase64").isString()) {
            try {
                return octets(
                        Base64.getDecoder().decode(source.path("data:asBase64").stringValue()));
            } catch (IllegalArgumentException noBase64) {
                throw SetException.invalid("data", "There is base64 that is none.");
            }
        }
        Optional<Blob> blob = services.blobs()
                .find(
                        call.account(),
                        call.resolve(source.path("blobId").asString("")).orElse(""));
        if (blob.isEmpty()) {
            throw new SetException(new SetError("blobNotFound", "A source is not there."));
        }
        open.add(blob.get());
        long offset = source.path("offset").asLong(0);
        boolean cut = source.hasNonNull("length");
        long length = source.path("length").asLong(0);
        if (offset < 0 || length < 0) {
            throw SetException.invalid("data", "A range begins and ends within the blob.");
        }
        InputStream in = blob.get().open();
        in.skipNBytes(offset);
        return cut ? new Whole(new Cut(in, length), length) : in;
    }

    /** Fails when there is less than was promised. */
    private static final class Whole extends FilterInputStream {
        private long left;

        Whole(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            if (count < 0 && left > 0) {
                throw new EOFException("the blob ends early");
            }
            left -= Math.max(0, count);
            return count;
        }
    }

    private static InputStream octets(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }
}
