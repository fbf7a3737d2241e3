// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.DomainName;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;

/** Puts a stored message into the queue: record, rows, journal. */
final class Enqueueing {
    private Enqueueing() {}

    static void enqueue(Group group, PreparedAppend prepared, Posting posting, long contentId, Handover handover) {
        long queueId = AppendChange.contentId(group.log().pack(), group.log().position());
        group.record(new LogEvent.Queued(queueId, contentId, group.now(), posting));
        QueuedMessage message = new QueuedMessage(
                queueId,
                posting.envelope(),
                posting.owner(),
                Instant.ofEpochMilli(group.now()),
                posting.addressees().size(),
                prepared.content().size() - posting.skip());
        boolean claimed = handover.reserved(posting);
        Instant next = message.acceptedAt().plus(claimed ? OutboundQueue.CLAIM : java.time.Duration.ZERO);
        group.queue()
                .add(
                        new QueueMessageRows.NewMessage(message, contentId, posting.skip()),
                        rows(message, posting, next, claimed));
        journal(group, message, posting, prepared);
        if (claimed) {
            claims(message, posting, next).forEach(handover::add);
        } else {
            handover.left();
        }
    }

    private static List<QueueRecipientRows.NewRecipient> rows(
            QueuedMessage message, Posting posting, Instant next, boolean claimed) {
        List<QueueRecipientRows.NewRecipient> rows =
                new ArrayList<>(posting.addressees().size());
        for (Addressee addressee : posting.addressees()) {
            QueuedRecipient recipient = new QueuedRecipient(
                    rows.size(), addressee, RecipientState.WAITING, 0, next, posting.expires(), false);
            rows.add(new QueueRecipientRows.NewRecipient(
                    message.queueId(), recipient, posting.owner().lane(), claimed));
        }
        return rows;
    }

    private static List<Claim> claims(QueuedMessage message, Posting posting, Instant until) {
        Map<DomainName, List<Integer>> positions = new LinkedHashMap<>();
        for (int i = 0; i < posting.addressees().size(); i++) {
            DomainName domain = posting.addressees().get(i).address().domain();
            positions.computeIfAbsent(domain, _ -> new ArrayList<>()).add(i);
        }
        List<Claim> claims = new ArrayList<>(positions.size());
        positions.forEach((domain, some) ->
                claims.add(new Claim(message.queueId(), posting.owner().lane(), domain, some, until)));
        return claims;
    }

    private static void journal(Group group, QueuedMessage message, Posting posting, PreparedAppend prepared) {
        for (Addressee addressee : posting.addressees()) {
            JournalEvent event = new OutgoingEvent.Queued(
                    message.queueId(),
                    addressee.address(),
                    posting.envelope().sender(),
                    message.size(),
                    prepared.summary().messageId(),
                    prepared.summary().subject());
            group.journal(posting.owner().account(), prepared.append().origin(), event);
        }
    }
}
