// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/**
 * Something consequential that happened: the evidence behind the panel's history, the doctor and {@code admin journal}.
 * Passwords and message bodies never appear in one. Mailboxes are named as they were called at that moment.
 */
public sealed interface JournalEvent
        permits JournalEvent.Filed,
                JournalEvent.Refused,
                JournalEvent.Authenticated,
                JournalEvent.RefusedAbroad,
                JournalEvent.Seen,
                JournalEvent.Copied,
                JournalEvent.Moved,
                JournalEvent.Deleted,
                JournalEvent.Purged,
                JournalEvent.MailboxCreated,
                JournalEvent.MailboxRenamed,
                JournalEvent.MailboxDeleted,
                JournalEvent.SignedIn,
                JournalEvent.SignInFailed,
                JournalEvent.SettingChanged,
                AbuseEvent,
                FilterEvent,
                JournalEvent.DnsChanged,
                ForwardEvent,
                SortingEvent,
                OutgoingEvent {
    /** A message came into a mailbox, by delivery or APPEND. {@code sender} is the envelope's, empty for {@code <>}. */
    record Filed(
            long contentId,
            String mailbox,
            long uid,
            long size,
            Optional<EmailAddress> sender,
            Optional<EmailAddress> recipient,
            String messageId,
            String subject)
            implements JournalEvent {}

    /** A message or recipient was refused in the SMTP dialogue. {@code recipient} is as the peer wrote it. */
    record Refused(String sender, String recipient, SmtpReply reply) implements JournalEvent {}

    /**
     * What the checks of a stranger's message found, whatever became of it afterwards; texts are for the support desk.
     *
     * @param sender of the envelope, empty for {@code <>}
     * @param author the domain that From names, empty without one
     * @param spf result, domain and reason; likewise {@code dmarc}, and {@code dkim} for each signature
     * @param action what was done, and what a house that only reports would have done
     */
    record Authenticated(String sender, String author, String spf, String dkim, String arc, String dmarc, String action)
            implements JournalEvent {}

    /**
     * An account tried to send from where it may not; the address is the origin's.
     *
     * @param sender the envelope's, as the client wrote it
     * @param country ISO 3166-1 alpha-2, empty unless the address has a known one
     */
    record RefusedAbroad(String sender, String country, Place place) implements JournalEvent {
        /** What was wrong with the place. Rows keep the names: none may change. */
        public enum Place {
            ABROAD,
            UNKNOWN_COUNTRY,
            PRIVATE_NETWORK
        }
    }

    /** A message was marked read for the first time. */
    record Seen(long contentId, String mailbox, long uid) implements JournalEvent {}

    record Copied(long contentId, String from, long fromUid, String to, long toUid) implements JournalEvent {}

    record Moved(long contentId, String from, long fromUid, String to, long toUid) implements JournalEvent {}

    /** A message was removed from a mailbox by a client: EXPUNGE, DELE, or the mailbox was deleted. */
    record Deleted(long contentId, String mailbox, long uid) implements JournalEvent {}

    /** A message was removed from Trash by the sweeper. */
    record Purged(long contentId, String mailbox, long uid) implements JournalEvent {}

    record MailboxCreated(String mailbox) implements JournalEvent {}

    record MailboxRenamed(String from, String to) implements JournalEvent {}

    record MailboxDeleted(String mailbox, long messages) implements JournalEvent {}

    /**
     * Somebody came in.
     *
     * @param mechanism the SASL name, or {@code LOGIN} / {@code USER}
     * @param serverName as in {@link Origin}
     */
    record SignedIn(String mechanism, String serverName) implements JournalEvent {
        /** By no name of the server that is known. */
        public SignedIn(String mechanism) {
            this(mechanism, "");
        }
    }

    /** {@code login} is what the client sent, cut to 320 characters; {@code reason} is for the support desk. */
    record SignInFailed(String login, String mechanism, String reason) implements JournalEvent {}

    /**
     * A setting, an account, a domain or a customer was added, changed or removed; {@code what} is a readable sentence.
     *
     * @param actor who did it, as in {@link Origin#actor}
     */
    record SettingChanged(String what, String actor) implements JournalEvent {
        /** By whom the origin says. */
        public SettingChanged(String what) {
            this(what, "");
        }
    }

    /** Somebody changed what DNS says of a customer's domain; {@code what} is a readable sentence, {@code domain} where the zone begins. */
    record DnsChanged(String domain, String what) implements JournalEvent {}

    /** An event of {@code account}, or of nobody's in particular (an unknown recipient). */
    record Entry(Optional<AccountId> account, Origin origin, JournalEvent event) {}
}
