// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/**
 * Which messages' lives are asked for.
 *
 * <p>By Message-ID and sender an index is asked, and an account has one of its own; a subject in several accounts is looked for in
 * {@link #SCANNED} rows, and the page says where to go on.
 *
 * @param wanted what is known of the message
 * @param whose whose rows may be told
 * @param since messages that came from then on
 * @param limit messages at most, the latest, 1 to {@link #MAX_LIMIT}
 * @param before {@link TracePage#next} of the page before; empty for the first
 */
public record TraceQuery(Wanted wanted, Whose whose, Instant since, int limit, OptionalLong before) {
    /** Rows that are read for one page where no index helps: some tenths of a second. */
    static final int SCANNED = 200_000;

    /** Accounts whose own index is asked, one after the other; where there are more, all rows are read instead. */
    public static final int MAX_ACCOUNTS = 1_000;

    /** Messages in one answer, which is held in memory with all that happened to them. */
    public static final int MAX_LIMIT = 100;

    public TraceQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /** The first page. */
    public TraceQuery(Wanted wanted, Whose whose, Instant since, int limit) {
        this(wanted, whose, since, limit, OptionalLong.empty());
    }

    /** Whose rows the one who asks may see. */
    public sealed interface Whose {
        /** The owner's own. */
        record OfAccount(AccountId account) implements Whose {}

        /** A customer's. */
        record OfAccounts(Set<AccountId> accounts) implements Whose {
            public OfAccounts {
                accounts = Set.copyOf(accounts);
            }
        }

        /** The operator's: also what concerned no account. */
        record Everybody() implements Whose {}

        /** Whether it may be told. */
        default boolean includes(Optional<AccountId> account) {
            return switch (this) {
                case OfAccount(AccountId one) -> account.filter(one::equals).isPresent();
                case OfAccounts(Set<AccountId> several) ->
                    account.filter(several::contains).isPresent();
                case Everybody() -> true;
            };
        }
    }

    /** What people know of a message. Texts are compared without regard to case. */
    public sealed interface Wanted {
        /** {@code id} with or without brackets. */
        record MessageId(String id) implements Wanted {}

        /** Of the envelope; empty for the null sender is not asked for. */
        record Sender(EmailAddress address) implements Wanted {}

        /** A part of the subject. */
        record Subject(String part) implements Wanted {}

        /** A part of its subject, sender, recipient or Message-ID; an empty one is in every message. */
        record Part(String text) implements Wanted {}
    }

    /** What has to stand in the row of the message's beginning. */
    String text() {
        return switch (wanted) {
            case Wanted.MessageId(String id) -> withoutBrackets(id);
            case Wanted.Sender(EmailAddress address) -> address.toString();
            case Wanted.Subject(String part) -> part;
            case Wanted.Part(String part) -> withoutBrackets(part);
        };
    }

    /** Whether it is with this event that a message begins which is asked for. */
    boolean begins(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed filed ->
                matches(filed.messageId(), filed.sender(), filed.subject()) || has(filed.recipient());
            case OutgoingEvent.Queued queued ->
                matches(queued.messageId(), queued.sender(), queued.subject()) || has(Optional.of(queued.recipient()));
            case SortingEvent.Discarded discarded ->
                matches(discarded.messageId(), discarded.sender(), discarded.subject());
            case JournalEvent.Refused refused -> matches(refused);
            default -> false;
        };
    }

    private boolean matches(JournalEvent.Refused refused) {
        return switch (wanted) {
            case Wanted.Sender(EmailAddress address) -> refused.sender().equalsIgnoreCase(address.toString());
            case Wanted.Part(String part) -> has(refused.sender(), part) || has(refused.recipient(), part);
            case Wanted.MessageId _, Wanted.Subject _ -> false;
        };
    }

    private boolean has(Optional<EmailAddress> recipient) {
        return wanted instanceof Wanted.Part(String part)
                && recipient.filter(address -> has(address.toString(), part)).isPresent();
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private boolean matches(String messageId, Optional<EmailAddress> sender, String subject) {
        return switch (wanted) {
            case Wanted.MessageId(String id) -> messageId.equalsIgnoreCase(withoutBrackets(id));
            case Wanted.Sender(EmailAddress address) ->
                sender.map(EmailAddress::toString)
                        .filter(address.toString()::equalsIgnoreCase)
                        .isPresent();
            case Wanted.Subject(String part) -> has(subject, part);
            case Wanted.Part(String part) ->
                has(subject, part)
                        || has(messageId, withoutBrackets(part))
                        || sender.filter(address -> has(address.toString(), part))
                                .isPresent();
        };
    }

    private static String withoutBrackets(String id) {
        boolean bracketed = id.length() > 1 && id.startsWith("<") && id.endsWith(">");
        return bracketed ? id.substring(1, id.length() - 1) : id;
    }
}
