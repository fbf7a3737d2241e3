// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.notice;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;

/** Signs what the server writes and files it where people read it, even into a full mailbox. */
public final class NoticeBoard {
    private static final ByteSize NO_LIMIT = new ByteSize(Long.MAX_VALUE);

    private final DomainName host;
    private final MessageStore store;
    private final Inboxes inboxes;
    private final Signing signing;

    /** @param host our own name, which signs */
    public NoticeBoard(DomainName host, MessageStore store, Signing signing) {
        this.host = host;
        this.store = store;
        this.inboxes = new Inboxes(store);
        this.signing = signing;
    }

    /** For accounts of this server only. */
    public void file(Content letter, List<Account> readers, Origin by, Instant now) throws IOException {
        file(letter, Audience.of(readers), by, now);
    }

    /**
     * Files one letter for all readers, and queues it for those elsewhere, from the null sender; returns when it is on stable storage.
     *
     * @param by which part of the server writes
     */
    public void file(Content letter, Audience audience, Origin by, Instant now) throws IOException {
        Content signed = signing.signFor(host, letter);
        List<Append.Filing> filings = audience.here().stream()
                .map(reader -> new Append.Filing(
                        reader.id(), inboxes.of(reader.id()), Flags.NONE, now, NO_LIMIT, Optional.of(reader.address())))
                .toList();
        store.append(
                List.of(new Append(
                        signed, MessageSummary.of(signed), filings, Optional.empty(), by, posting(audience, now))),
                false);
    }

    private static Optional<Posting> posting(Audience audience, Instant now) {
        if (audience.elsewhere().isEmpty()) {
            return Optional.empty();
        }
        List<Addressee> addressees =
                audience.elsewhere().stream().map(Addressee::of).toList();
        return Optional.of(new Posting(
                QueueEnvelope.of(Optional.empty()), addressees, Owner.NOBODY, 0, now.plus(Outgoing.LIFETIME)));
    }
}
