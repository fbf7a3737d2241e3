// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.kept.KeptGet;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of recipients elsewhere how far their mail is: in the queue, with the other server's last words, or gone from it. */
public record DeliveryStatus(OutboundQueue queue) implements KeptGet.Before {
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "identityId",
            "emailId",
            "threadId",
            "envelope",
            "sendAt",
            "undoStatus",
            "deliveryStatus",
            "dsnBlobIds",
            "mdnBlobIds");

    /** Recipients of one account's that are looked at. */
    private static final int MOST = 1_000;

    @Override
    public Set<String> properties() {
        return PROPERTIES;
    }

    @Override
    public void complete(Call call, ObjectNode submission) {
        boolean waits = submission.path("deliveryStatus").valueStream().anyMatch(DeliveryStatus::isQueued);
        if (!waits) {
            return;
        }
        Map<String, QueueRow> rows = new HashMap<>();
        for (QueueRow row : queue.list(QueueFilter.ALL.of(call.account()), MOST)) {
            rows.put(row.recipient().addressee().address().key(), row);
        }
        for (Map.Entry<String, JsonNode> entry :
                submission.path("deliveryStatus").properties()) {
            if (isQueued(entry.getValue()) && entry.getValue() instanceof ObjectNode status) {
                QueueRow row = rows.get(EmailAddress.of(entry.getKey()).key());
                if (row == null) {
                    status.put("delivered", "unknown");
                } else {
                    row.last()
                            .ifPresent(last -> status.put(
                                    "smtpReply", last.outcome().toString().replace('\n', ' ')));
                }
            }
        }
    }

    private static boolean isQueued(JsonNode status) {
        return status.path("delivered").asString("").equals("queued");
    }
}
