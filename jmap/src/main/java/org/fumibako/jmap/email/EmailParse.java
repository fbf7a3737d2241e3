// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageSummary;
import org.fumibako.net.Spool;
import tools.jackson.databind.node.ObjectNode;

/** Email/parse (RFC 8621 §4.9): a message that is attached to another one, or was uploaded. */
public final class EmailParse implements Method {
    private static final int IN_MEMORY = 256 << 10;

    /** Messages in one call: each is read whole. */
    private static final int MOST = 20;

    private static final Set<String> METADATA =
            Set.of("id", "threadId", "mailboxIds", "keywords", "size", "receivedAt", EmailShape.SAVED_DATES);
    private static final Set<String> DEFAULTS = Set.of(
            "messageId",
            "inReplyTo",
            "references",
            "sender",
            "from",
            "to",
            "cc",
            "bcc",
            "replyTo",
            "subject",
            "sentAt",
            "hasAttachment",
            "preview",
            "bodyValues",
            "textBody",
            "htmlBody",
            "attachments");

    private final JmapServices services;

    public EmailParse(JmapServices services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "Email/parse";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(EmailShape.ARGUMENTS);
        known.addAll(Set.of("accountId", "blobIds", "properties"));
        Arguments arguments = call.arguments(known);
        List<String> ids = arguments.requiredTexts("blobIds");
        if (ids.size() > MOST) {
            throw new MethodException("requestTooLarge", "There may be " + MOST + " blobs.");
        }
        Set<String> properties = arguments
                .texts("properties")
                .<Set<String>>map(LinkedHashSet::new)
                .orElse(DEFAULTS);
        EmailShape shape = EmailShape.of(arguments, Optional.of(properties), services.limits());
        ObjectNode parsed = Json.object();
        List<String> notFound = new ArrayList<>();
        List<String> notParsable = new ArrayList<>();
        for (String id : ids) {
            Optional<Blob> blob =
                    services.blobs().find(call.account(), call.resolve(id).orElse(""));
            if (blob.isEmpty()) {
                notFound.add(id);
            } else {
                parse(call, id, blob.get(), shape)
                        .ifPresentOrElse(email -> parsed.set(id, email), () -> notParsable.add(id));
            }
        }
        ObjectNode response = Json.object().put("accountId", call.accountId());
        response.set("parsed", parsed.isEmpty() ? parsed.nullNode() : parsed);
        response.set("notFound", notFound.isEmpty() ? parsed.nullNode() : Json.array(notFound));
        response.set("notParsable", notParsable.isEmpty() ? parsed.nullNode() : Json.array(notParsable));
        return response;
    }

    private Optional<ObjectNode> parse(Call call, String id, Blob from, EmailShape shape) throws MethodException {
        try (Blob blob = from;
                Spool spool =
                        new Spool(services.spool(), IN_MEMORY, services.limits().maxSizeUpload());
                InputStream in = blob.open()) {
            in.transferTo(spool);
            MessageSummary summary = MessageSummary.of(spool.content());
            EmailJson.Message message = new EmailJson.Message(
                    id, summary.envelope(), BodyPart.decode(summary.structure()), spool.content(), summary.preview());
            ObjectNode json = Json.object();
            EmailJson writer = new EmailJson(shape);
            for (String property : shape.properties()) {
                if (property.equals("size")) {
                    json.put(property, spool.size());
                } else if (METADATA.contains(property)) {
                    json.putNull(property);
                } else {
                    writer.put(json, property, message);
                }
            }
            for (var value : json.path("bodyValues").properties()) {
                call.spend(value.getValue().path("value").asString("").length());
            }
            return Optional.of(json);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
