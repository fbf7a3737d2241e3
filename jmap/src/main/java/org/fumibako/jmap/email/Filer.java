// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.MailboxId;
import org.fumibako.store.Append;
import org.fumibako.store.EmailRow;
import org.fumibako.store.Emails;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Files new messages, several mailboxes at once. */
final class Filer {
    private final MessageStore store;
    private final Emails emails;

    Filer(MessageStore store, Emails emails) {
        this.store = store;
        this.emails = emails;
    }

    /** Returns what the server knows of the new email. */
    ObjectNode file(Call call, Content content, Wanted wanted, java.time.Instant receivedAt) throws SetException {
        List<Append.Filing> filings = new ArrayList<>();
        for (MailboxId mailbox : wanted.mailboxes()) {
            filings.add(new Append.Filing(
                    call.account(),
                    mailbox,
                    wanted.flags(),
                    receivedAt,
                    call.caller().account().quota().size(),
                    Optional.empty()));
        }
        List<Append.Outcome> outcomes;
        try {
            Append append = new Append(
                    content,
                    MessageSummary.of(content),
                    filings,
                    Optional.empty(),
                    call.caller().origin());
            outcomes = store.append(List.of(append), true).getFirst();
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The message could not be read."));
        }
        for (Append.Outcome outcome : outcomes) {
            if (outcome instanceof Append.Outcome.OverQuota) {
                throw new SetException(new SetError("overQuota", "The account has no room for it."));
            }
        }
        if (!(outcomes.getFirst() instanceof Append.Outcome.Filed filed)) {
            throw SetException.invalid("mailboxIds", "A mailbox is gone.");
        }
        return created(call, filed.contentId(), content.size());
    }

    private ObjectNode created(Call call, long contentId, long size) {
        List<EmailRow> rows = emails.rows(call.account(), List.of(contentId), java.util.Set.of());
        long thread = rows.isEmpty() ? contentId : rows.getFirst().threadId();
        return Json.object()
                .put("id", Ids.email(contentId))
                .put("blobId", "B" + contentId)
                .put("threadId", Ids.thread(thread))
                .put("size", size);
    }
}
