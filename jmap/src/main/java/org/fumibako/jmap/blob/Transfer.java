// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.jmap.Answer;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.Doors;
import org.fumibako.jmap.JmapEngine;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.Problem;
import tools.jackson.databind.node.ObjectNode;

/** Uploads and downloads (RFC 8620 §6). */
public final class Transfer {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}");
    private static final int MAX_NAME = 255;

    private final Blobs blobs;
    private final JmapEngine engine;
    private final Doors uploading;

    public Transfer(Blobs blobs, JmapEngine engine) {
        this.blobs = blobs;
        this.engine = engine;
        this.uploading = new Doors(engine.limits().maxConcurrentUpload());
    }

    /** Takes an upload; the answer is for HTTP. */
    public Answer upload(Caller caller, String accountId, String type, InputStream body) throws IOException {
        if (!accountId.equals(Ids.account(caller.account().id()))) {
            return engine.problem(new Problem("about:blank", 404, "There is no such account.", Optional.empty()));
        }
        Optional<Doors.Pass> pass = uploading.enter(caller.account().id());
        if (pass.isEmpty()) {
            return engine.problem(Problem.limit("maxConcurrentUpload", "There are enough uploads at a time."));
        }
        try (Doors.Pass _ = pass.get()) {
            Uploads.Taken taken = blobs.uploads().take(caller.account().id(), body);
            ObjectNode json = Json.object()
                    .put("accountId", accountId)
                    .put("blobId", taken.blobId())
                    .put("type", mediaType(type))
                    .put("size", taken.size());
            return new Answer(201, "application/json", engine.json().write(json));
        } catch (Uploads.TooLargeException e) {
            return engine.problem(Problem.limit("maxSizeUpload", String.valueOf(e.getMessage())));
        }
    }

    /**
     * A download.
     *
     * @param type a media type that is safe in a header
     * @param disposition value of Content-Disposition: it is always to be saved, never shown
     */
    public record Download(Blob blob, String type, String disposition) {}

    /** Empty when there is no such blob of the caller's. Whoever asked closes the blob. */
    public Optional<Download> download(Caller caller, String accountId, String blobId, String name, String type) {
        if (!accountId.equals(Ids.account(caller.account().id()))) {
            return Optional.empty();
        }
        return blobs.find(caller.account().id(), blobId)
                .map(blob -> new Download(blob, mediaType(type), disposition(name)));
    }

    private static String mediaType(String type) {
        String bare = type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';'));
        String clean = bare.strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(clean).matches() ? clean : "application/octet-stream";
    }

    /** RFC 6266 §4.3; the name in UTF-8 only, which every browser reads. */
    private static String disposition(String name) {
        String clean = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        String encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
