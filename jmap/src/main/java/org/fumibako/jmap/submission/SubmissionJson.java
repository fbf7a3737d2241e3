// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.wire.Json;
import org.fumibako.model.EmailAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** EmailSubmission objects (RFC 8621 §7). */
final class SubmissionJson {
    private SubmissionJson() {}

    /** One that waits. */
    static ObjectNode pending(ObjectNode ids, Letter letter) {
        ObjectNode submission = ids.deepCopy();
        ObjectNode envelope = Json.object();
        envelope.set(
                "mailFrom",
                Json.object().put("email", letter.sender().toString()).putNull("parameters"));
        var rcptTo = Json.array();
        letter.recipients()
                .forEach(to ->
                        rcptTo.add(Json.object().put("email", to.toString()).putNull("parameters")));
        envelope.set("rcptTo", rcptTo);
        submission.set("envelope", envelope);
        submission
                .put("sendAt", utc(letter.sendAt()))
                .put("undoStatus", "pending")
                .putNull("deliveryStatus");
        submission.set("dsnBlobIds", Json.array());
        submission.set("mdnBlobIds", Json.array());
        return submission;
    }

    /** One that has gone. */
    static ObjectNode sent(ObjectNode pending, Outbox.Outcome outcome) {
        ObjectNode status = Json.object();
        for (EmailAddress to : recipients(pending)) {
            status.set(
                    to.toString(),
                    status(outcome.reply().toString(), outcome.here().contains(to.key()) ? "yes" : "queued"));
        }
        return ended(pending, "final", status);
    }

    /** One that nobody took. */
    static ObjectNode refused(ObjectNode pending, String reply) {
        ObjectNode status = Json.object();
        recipients(pending).forEach(to -> status.set(to.toString(), status(reply, "no")));
        return ended(pending, "final", status);
    }

    /** One that was called back. */
    static ObjectNode canceled(ObjectNode pending) {
        return ended(pending, "canceled", Json.object());
    }

    private static ObjectNode ended(ObjectNode pending, String undoStatus, ObjectNode status) {
        ObjectNode submission = pending.deepCopy().put("undoStatus", undoStatus);
        submission.set("deliveryStatus", status);
        return submission;
    }

    private static ObjectNode status(String reply, String delivered) {
        return Json.object()
                .put("smtpReply", reply.replace('\n', ' '))
                .put("delivered", delivered)
                .put("displayed", "unknown");
    }

    static List<EmailAddress> recipients(ObjectNode submission) {
        List<EmailAddress> recipients = new ArrayList<>();
        for (JsonNode one : submission.path("envelope").path("rcptTo")) {
            EmailAddress.parse(one.path("email").asString("")).ifPresent(recipients::add);
        }
        return recipients;
    }

    private static String utc(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
