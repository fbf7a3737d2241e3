// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** The session object (RFC 8620 §2; RFC 8621 §1.3; RFC 8887 §3; RFC 9404 §3; RFC 9425 §3). */
public final class SessionObject {
    /** Octets of the name of a mailbox and levels above it, as the store bounds them. */
    private static final int MAX_MAILBOX_NAME = 500;

    private static final int MAX_MAILBOX_DEPTH = 32;
    private static final List<String> SORTS = List.of(
            "receivedAt",
            "sentAt",
            "size",
            "from",
            "to",
            "subject",
            "hasKeyword",
            "allInThreadHaveKeyword",
            "someInThreadHaveKeyword");

    private final JmapLimits limits;
    private final long maxDelayedSend;
    private final Json json;

    /** @param maxDelayedSend seconds for which a message can be held before it is sent (RFC 8621 §1.3.2) */
    public SessionObject(JmapLimits limits, long maxDelayedSend) {
        this.limits = limits;
        this.maxDelayedSend = maxDelayedSend;
        this.json = new Json(limits);
    }

    /**
     * Where the client finds us.
     *
     * @param base {@code https://host/jmap}
     * @param webSocket {@code wss://host/jmap/ws}
     */
    public record Urls(String base, String webSocket) {}

    ObjectNode of(Caller caller, Urls urls) {
        ObjectNode session = Json.object();
        session.set("capabilities", capabilities(urls));
        String id = Ids.account(caller.account().id());
        ObjectNode account = Json.object()
                .put("name", caller.account().address().toString())
                .put("isPersonal", true)
                .put("isReadOnly", false);
        account.set("accountCapabilities", accountCapabilities());
        session.set("accounts", Json.object().set(id, account));
        ObjectNode primary = Json.object();
        accountCapabilities().propertyNames().forEach(uri -> primary.put(uri, id));
        session.set("primaryAccounts", primary);
        return session.put("username", caller.account().address().toString())
                .put("apiUrl", urls.base() + "/api")
                .put("downloadUrl", urls.base() + "/download/{accountId}/{blobId}/{name}?type={type}")
                .put("uploadUrl", urls.base() + "/upload/{accountId}")
                .put("eventSourceUrl", urls.base() + "/events?types={types}&closeafter={closeafter}&ping={ping}")
                .put("state", state(caller));
    }

    private ObjectNode capabilities(Urls urls) {
        ObjectNode core = Json.object()
                .put("maxSizeUpload", limits.maxSizeUpload())
                .put("maxConcurrentUpload", limits.maxConcurrentUpload())
                .put("maxSizeRequest", limits.maxSizeRequest())
                .put("maxConcurrentRequests", limits.maxConcurrentRequests())
                .put("maxCallsInRequest", limits.maxCallsInRequest())
                .put("maxObjectsInGet", limits.maxObjectsInGet())
                .put("maxObjectsInSet", limits.maxObjectsInSet());
        core.set("collationAlgorithms", Json.array(List.of("i;ascii-casemap", "i;unicode-casemap")));
        ObjectNode capabilities = Json.object();
        capabilities.set(Capability.CORE.uri(), core);
        for (String uri : accountCapabilities().propertyNames()) {
            capabilities.set(uri, Json.object());
        }
        ObjectNode socket = Json.object().put("url", urls.webSocket()).put("supportsPush", true);
        capabilities.set(Capability.WEBSOCKET.uri(), socket);
        return capabilities;
    }

    private ObjectNode accountCapabilities() {
        ObjectNode capabilities = Json.object();
        ObjectNode mail = Json.object()
                .putNull("maxMailboxesPerEmail")
                .put("maxMailboxDepth", MAX_MAILBOX_DEPTH)
                .put("maxSizeMailboxName", MAX_MAILBOX_NAME)
                .put("maxSizeAttachmentsPerEmail", limits.maxSizeUpload())
                .put("mayCreateTopLevelMailbox", true);
        mail.set("emailQuerySortOptions", Json.array(SORTS));
        capabilities.set(Capability.MAIL.uri(), mail);
        ObjectNode submission = Json.object().put("maxDelayedSend", maxDelayedSend);
        submission.set("submissionExtensions", Json.object());
        capabilities.set(Capability.SUBMISSION.uri(), submission);
        capabilities.set(Capability.VACATION.uri(), Json.object());
        capabilities.set(Capability.QUOTA.uri(), Json.object());
        capabilities.set(Capability.BLOB.uri(), blob());
        return capabilities;
    }

    private ObjectNode blob() {
        ObjectNode blob = Json.object()
                .put("maxSizeBlobSet", limits.maxSizeUpload())
                .put("maxDataSources", limits.maxObjectsInSet());
        blob.set("supportedTypeNames", Json.array(List.of("Email", "Mailbox", "Thread")));
        blob.set("supportedDigestAlgorithms", Json.array(List.of("sha", "sha-256", "sha-512")));
        return blob;
    }

    /** Changes when what the session object says changes (RFC 8620 §2). */
    String state(Caller caller) {
        ObjectNode said = accountCapabilities()
                .put("username", caller.account().address().toString())
                .put("account", caller.account().id().value());
        said.set("core", capabilities(new Urls("", "")));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.write(said));
            return HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
