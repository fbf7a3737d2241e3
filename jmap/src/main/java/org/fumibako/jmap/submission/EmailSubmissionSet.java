// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.store.EmailRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** EmailSubmission/set (RFC 8621 §7.5). What is created is sent at once, and final. */
public final class EmailSubmissionSet implements Method {
    private static final Set<String> PROPERTIES = Set.of("identityId", "emailId", "envelope", "sendAt", "undoStatus");

    private final JmapServices services;
    private final Outbox outbox;
    private final IdentityBook book;
    private final Sent sent;

    public EmailSubmissionSet(JmapServices services, Outbox outbox, IdentityBook book, Sent sent) {
        this.services = services;
        this.outbox = outbox;
        this.book = book;
        this.sent = sent;
    }

    @Override
    public String name() {
        return "EmailSubmission/set";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(SetRequest.ARGUMENTS);
        known.addAll(Set.of("onSuccessUpdateEmail", "onSuccessDestroyEmail"));
        Arguments arguments = call.arguments(known);
        SetRequest request = SetRequest.of(call, arguments, services.limits());
        String oldState = sent.state();
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        Map<String, String> emails = new HashMap<>();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode submission = send(call, entry.getValue());
                String id = sent.add(call.account(), submission);
                call.created(entry.getKey(), id);
                emails.put("#" + entry.getKey(), submission.path("emailId").asString());
                outcome.created(entry.getKey(), submission.deepCopy().without(List.of("identityId", "emailId")));
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        for (String id : request.update().keySet()) {
            outcome.notUpdated(id, new SetError("cannotUnsend", "The message has been sent."));
        }
        for (String id : request.destroy()) {
            outcome.notDestroyed(id, SetError.forbidden("What was sent is forgotten by itself."));
        }
        follow(call, arguments, emails);
        return outcome.response(call.accountId(), oldState, sent.state());
    }

    /** Only what was sent in this call can succeed in it, so only creation ids count. */
    private static void follow(Call call, Arguments arguments, Map<String, String> emails) throws MethodException {
        ObjectNode update = Json.object();
        for (Map.Entry<String, JsonNode> entry :
                arguments.object("onSuccessUpdateEmail").orElse(Json.object()).properties()) {
            if (emails.containsKey(entry.getKey())) {
                update.set(emails.get(entry.getKey()), entry.getValue());
            }
        }
        List<String> destroy = new ArrayList<>();
        for (String id : arguments.texts("onSuccessDestroyEmail").orElse(List.of())) {
            if (emails.containsKey(id)) {
                destroy.add(String.valueOf(emails.get(id)));
            }
        }
        if (!update.isEmpty() || !destroy.isEmpty()) {
            ObjectNode set = Json.object().put("accountId", call.accountId());
            set.set("update", update);
            set.set("destroy", Json.array(destroy));
            call.follow("Email/set", set);
        }
    }

    private ObjectNode send(Call call, ObjectNode json) throws SetException {
        for (String property : json.propertyNames()) {
            if (!PROPERTIES.contains(property)) {
                throw SetException.invalid(property, "This property cannot be set.");
            }
        }
        EmailAddress identity =
                book.addresses(call.account()).get(json.path("identityId").asString(""));
        if (identity == null) {
            throw SetException.invalid("identityId", "There is no such identity.");
        }
        String emailId = call.resolve(json.path("emailId").asString("")).orElse("");
        OptionalLong contentId = Ids.email(emailId);
        List<EmailRow> rows = contentId.isEmpty()
                ? List.of()
                : services.mail().emails().rows(call.account(), List.of(contentId.getAsLong()), Set.of());
        if (rows.isEmpty()) {
            throw SetException.invalid("emailId", "There is no such email.");
        }
        try (Content message =
                services.store().content(call.account(), rows.getFirst().contentId())) {
            EmailAddress sender = sender(json.path("envelope"), identity);
            List<EmailAddress> recipients = recipients(json.path("envelope"), message);
            SmtpReply reply = outbox.send(call.caller(), sender, recipients, message);
            ObjectNode submission = Json.object()
                    .put("identityId", json.path("identityId").asString())
                    .put("emailId", emailId)
                    .put("threadId", Ids.thread(rows.getFirst().threadId()));
            return described(submission, sender, recipients, reply);
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The message could not be read."));
        }
    }

    private ObjectNode described(
            ObjectNode submission, EmailAddress sender, List<EmailAddress> recipients, SmtpReply reply) {
        ObjectNode envelope = Json.object();
        envelope.set("mailFrom", Json.object().put("email", sender.toString()).putNull("parameters"));
        var rcptTo = Json.array();
        ObjectNode status = Json.object();
        for (EmailAddress recipient : recipients) {
            rcptTo.add(Json.object().put("email", recipient.toString()).putNull("parameters"));
            status.set(
                    recipient.toString(),
                    Json.object()
                            .put("smtpReply", reply.toString().replace('\n', ' '))
                            .put("delivered", "unknown")
                            .put("displayed", "unknown"));
        }
        envelope.set("rcptTo", rcptTo);
        submission.set("envelope", envelope);
        submission
                .put(
                        "sendAt",
                        services.clock()
                                .instant()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString())
                .put("undoStatus", "final");
        submission.set("deliveryStatus", status);
        submission.set("dsnBlobIds", Json.array());
        submission.set("mdnBlobIds", Json.array());
        return submission;
    }

    private static EmailAddress sender(JsonNode envelope, EmailAddress identity) throws SetException {
        return envelope.isObject() ? address(envelope.path("mailFrom")) : identity;
    }

    private static EmailAddress address(JsonNode json) throws SetException {
        if (json.path("parameters").size() > 0) {
            throw SetException.invalid("envelope", "Parameters are not offered.");
        }
        return EmailAddress.parse(json.path("email").asString(""))
                .orElseThrow(() -> SetException.invalid("envelope", "There is an address that is none."));
    }

    private static List<EmailAddress> recipients(JsonNode envelope, Content message) throws SetException, IOException {
        Map<String, EmailAddress> all = new LinkedHashMap<>();
        if (envelope.isObject()) {
            for (JsonNode one : envelope.path("rcptTo")) {
                EmailAddress address = address(one);
                all.putIfAbsent(address.key(), address);
            }
            return List.copyOf(all.values());
        }
        Headers headers = Headers.read(message, MimeLimits.DEFAULT);
        for (String field : List.of("To", "Cc", "Bcc")) {
            for (String raw : headers.all(field)) {
                for (MailAddress one : MailAddress.parse(raw)) {
                    EmailAddress address = one.email()
                            .orElseThrow(
                                    () -> SetException.invalid("emailId", "There is a recipient that is no address."));
                    all.putIfAbsent(address.key(), address);
                }
            }
        }
        return List.copyOf(all.values());
    }
}
