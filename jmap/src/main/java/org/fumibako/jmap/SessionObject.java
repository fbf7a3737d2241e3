// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fumibako.jmap.blob.BlobUpload;
import org.fumibako.jmap.submission.Submissions;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** The session object (RFC 8620 §2; RFC 8621 §1.3). */
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
    private final Json json;

    public SessionObject(JmapLimits limits) {
        this.limits = limits;
        this.json = new Json(limits);
    }

    /**
     * Where the client finds us.
     *
     * @param base {@code https://host/jmap}
     */
    public record Urls(String base) {}

    ObjectNode of(Caller caller, Urls urls) {
        ObjectNode session = Json.object();
        session.set("capabilities", capabilities());
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

    private ObjectNode capabilities() {
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
        ObjectNode submission = Json.object().put("maxDelayedSend", Submissions.MAX_DELAY);
        ObjectNode extensions = Json.object();
        extensions.set("FUTURERELEASE", Json.array());
        submission.set("submissionExtensions", extensions);
        capabilities.set(Capability.SUBMISSION.uri(), submission);
        capabilities.set(Capability.VACATION.uri(), Json.object());
        capabilities.set(Capability.QUOTA.uri(), Json.object());
        capabilities.set(
                Capability.CONTACTS.uri(),
                Json.object().putNull("maxAddressBooksPerCard").put("mayCreateAddressBook", true));
        capabilities.set(Capability.BLOB.uri(), BlobUpload.capability(limits));
        return capabilities;
    }

    /** Changes when what the session object says changes (RFC 8620 §2). */
    String state(Caller caller) {
        ObjectNode said = accountCapabilities()
                .put("username", caller.account().address().toString())
                .put("account", caller.account().id().value());
        said.set("core", capabilities());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.write(said));
            return HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
