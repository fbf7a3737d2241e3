// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/**
 * Something that happened to one recipient of a message on its way to another server. {@code queueId} joins the rows of one
 * message, {@code server} is the other server as {@code name [address]}, empty when none was reached, and a reply is in that
 * server's own words, or in ours where it could say nothing.
 */
public sealed interface OutgoingEvent extends JournalEvent {
    long queueId();

    EmailAddress recipient();

    /** The message was accepted and is on disk. {@code sender} is the envelope's, empty for {@code <>}. */
    record Queued(
            long queueId,
            EmailAddress recipient,
            Optional<EmailAddress> sender,
            long size,
            String messageId,
            String subject)
            implements OutgoingEvent {}

    /** The other server has taken it over. */
    record Delivered(long queueId, EmailAddress recipient, String server, String tls, SmtpReply reply)
            implements OutgoingEvent {}

    /** It did not work this time; the next attempt is {@code next}. */
    record Deferred(long queueId, EmailAddress recipient, String server, SmtpReply reply, Instant next)
            implements OutgoingEvent {}

    /** The other server will not have it. */
    record Bounced(long queueId, EmailAddress recipient, String server, SmtpReply reply) implements OutgoingEvent {}

    /** It was tried for as long as mail is tried; {@code reply} is what came of the last attempt. */
    record Expired(long queueId, EmailAddress recipient, String server, SmtpReply reply) implements OutgoingEvent {}

    /** It is kept back until somebody lets it go on. */
    record Held(long queueId, EmailAddress recipient) implements OutgoingEvent {}

    /** It goes on, at once: it was held, or somebody did not want to wait for the next attempt. */
    record Released(long queueId, EmailAddress recipient) implements OutgoingEvent {}

    /** It was taken out of the queue by hand; nobody is told. */
    record Cancelled(long queueId, EmailAddress recipient) implements OutgoingEvent {}

    /** A notification for the sender could not be kept and was dropped: {@code why}. */
    record NoticeDropped(long queueId, EmailAddress recipient, String why) implements OutgoingEvent {}
}
