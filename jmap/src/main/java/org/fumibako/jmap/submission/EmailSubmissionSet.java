// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.EmailRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * EmailSubmission/set (RFC 8621 §7.5). What is created is sent at once, and final, unless its envelope says HOLDFOR or HOLDUNTIL
 * (RFC 4865): until then it is pending, and can be called back.
 */
public final class EmailSubmissionSet implements Method {
    private static final Set<String> PROPERTIES = Set.of("identityId", "emailId", "envelope", "undoStatus");

    private final JmapServices services;
    private final Outbox outbox;
    private final IdentityBook book;
    private final Submissions submissions;
    private final ScheduledSending later;

    public EmailSubmissionSet(
            JmapServices services, Outbox outbox, IdentityBook book, Submissions submissions, ScheduledSending later) {
        this.services = services;
        this.outbox = outbox;
        this.book = book;
        this.submissions = submissions;
        this.later = later;
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
        String oldState = submissions.kept().state(call.account());
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        Map<String, String> emails = new HashMap<>();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode submission = send(call, entry.getValue());
                call.created(entry.getKey(), submission.path("id").asString());
                emails.put("#" + entry.getKey(), submission.path("emailId").asString());
                outcome.created(entry.getKey(), submission.deepCopy().without(List.of("identityId", "emailId")));
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        for (Map.Entry<String, ObjectNode> entry : request.update().entrySet()) {
            try {
                emails.put(entry.getKey(), callBack(call, entry.getKey(), entry.getValue()));
                outcome.updated(entry.getKey());
            } catch (SetException e) {
                outcome.notUpdated(entry.getKey(), e.error());
            }
        }
        for (String id : request.destroy()) {
            destroy(call, id, outcome).ifPresent(email -> emails.put(id, email));
        }
        follow(call, arguments, emails);
        return outcome.response(call.accountId(), oldState, submissions.kept().state(call.account()));
    }

    /** Of what succeeded in this call: what was sent, by creation id, what was changed or destroyed by id. */
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
            ObjectNode ids = Json.object()
                    .put("identityId", json.path("identityId").asString())
                    .put("emailId", emailId)
                    .put("threadId", Ids.thread(rows.getFirst().threadId()));
            Instant now = services.clock().instant();
            Letter letter = Letter.of(json.path("envelope"), identity, message, now);
            return letter.sendAt().isAfter(now)
                    ? wait(call, ids, letter, message)
                    : sendNow(call, ids, letter, message);
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The message could not be read."));
        }
    }

    private ObjectNode sendNow(Call call, ObjectNode ids, Letter letter, Content message) throws SetException {
        Outbox.Outcome outcome = outbox.send(call.caller(), letter.sender(), letter.recipients(), message);
        ObjectNode submission = SubmissionJson.sent(SubmissionJson.pending(ids, letter), outcome);
        return submission.put("id", submissions.add(call.account(), submission, Optional.empty()));
    }

    /** What would be refused now is refused now. */
    private ObjectNode wait(Call call, ObjectNode ids, Letter letter, Content message) throws SetException {
        outbox.check(call.caller(), letter.sender(), letter.recipients(), message);
        ObjectNode submission = SubmissionJson.pending(ids, letter);
        submission.put("id", submissions.add(call.account(), submission, Optional.of(letter.sendAt())));
        later.wake();
        return submission;
    }

    /** Returns the id of the email. */
    private String callBack(Call call, String id, ObjectNode patch) throws SetException {
        Kept.Item item =
                submissions.kept().find(call.account(), id).orElseThrow(() -> new SetException(SetError.notFound()));
        ObjectNode after = Patch.apply(item.json(), patch);
        String emailId = item.json().path("emailId").asString();
        if (after.equals(item.json())) {
            return emailId;
        }
        boolean undo = after.path("undoStatus").asString("").equals("canceled")
                && after.without("undoStatus").equals(item.json().deepCopy().without("undoStatus"));
        if (!undo) {
            throw SetException.invalid("undoStatus", "All that can be done to a submission is to cancel it.");
        }
        boolean canceled = Submissions.isPending(item.json())
                && !item.row().claimed()
                && submissions.kept().replace(item, SubmissionJson.canceled(item.json()), Optional.empty());
        if (!canceled) {
            throw new SetException(new SetError("cannotUnsend", "The message has been sent."));
        }
        return emailId;
    }

    /** Forgetting one that waits would leave nobody who could call it back. Returns the email of what is gone. */
    private Optional<String> destroy(Call call, String id, SetOutcome outcome) {
        Optional<Kept.Item> item = submissions.kept().find(call.account(), id);
        if (item.isEmpty()) {
            outcome.notDestroyed(id, SetError.notFound());
        } else if (Submissions.isPending(item.get().json())) {
            outcome.notDestroyed(id, SetError.forbidden("It waits to be sent; cancel it first."));
        } else if (submissions.kept().remove(call.account(), id)) {
            outcome.destroyed(id);
            return Optional.of(item.get().json().path("emailId").asString());
        } else {
            outcome.notDestroyed(id, SetError.notFound());
        }
        return Optional.empty();
    }
}
