// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.store.queue.Posting;

/**
 * One message on its way into mailboxes, into the queue for other servers, or both. It is stored once, however many filings
 * and postings there are.
 *
 * @param sender the envelope sender; empty for {@code <>} and for APPEND
 * @param postings its ways out; it is queued when it is filed, in the same transaction
 */
public record Append(
        Content content,
        MessageSummary summary,
        List<Filing> filings,
        Optional<EmailAddress> sender,
        Origin origin,
        List<Posting> postings) {
    public Append {
        filings = List.copyOf(filings);
        postings = List.copyOf(postings);
    }

    /** A message with one way out at most. */
    public Append(
            Content content,
            MessageSummary summary,
            List<Filing> filings,
            Optional<EmailAddress> sender,
            Origin origin,
            Optional<Posting> posting) {
        this(content, summary, filings, sender, origin, posting.stream().toList());
    }

    /** A message that goes into mailboxes only. */
    public Append(
            Content content,
            MessageSummary summary,
            List<Filing> filings,
            Optional<EmailAddress> sender,
            Origin origin) {
        this(content, summary, filings, sender, origin, List.of());
    }

    /**
     * One mailbox that the message goes to.
     *
     * @param internalDate the date the mailbox shows (RFC 9051 §2.3.3); for delivery, now
     * @param limit what the account may hold in all; the filing is refused when usage and message together exceed it
     * @param recipient the address it was delivered to; empty for APPEND
     */
    public record Filing(
            AccountId account,
            MailboxId mailbox,
            Flags flags,
            Instant internalDate,
            ByteSize limit,
            Optional<EmailAddress> recipient) {}

    /** What became of one filing. */
    public sealed interface Outcome {
        /** It is on disk. {@code modSeq} is the message's first mod-sequence. */
        record Filed(long uidValidity, long uid, long modSeq, long contentId) implements Outcome {}

        /** The account has no room for it; nothing was kept. */
        record OverQuota() implements Outcome {}

        /** The mailbox or the account is gone; nothing was kept. */
        record NoMailbox() implements Outcome {}

        /** Nothing wrong with this filing, but another one of an all-or-nothing append failed; nothing was kept. */
        record Withdrawn() implements Outcome {}
    }
}
