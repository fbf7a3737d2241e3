// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** Something that a rule of an account or its domain did to a message, or an automatic reply; rows of the account. */
public sealed interface SortingEvent extends JournalEvent {
    /** Of the message, without brackets; may be empty. */
    String messageId();

    /** A rule was followed. {@code done} and {@code rule} are for people: {@code filed into "Invoices"}. */
    record Sorted(String done, String rule, String messageId) implements SortingEvent {}

    /** A rule threw the message away, and nobody has it. {@code sender} is the envelope's. */
    record Discarded(Optional<EmailAddress> sender, String subject, String rule, String messageId)
            implements SortingEvent {}

    /** A script ended before its end, and the message was kept. */
    record ScriptFailed(String why, String messageId) implements SortingEvent {}

    /** A reply was sent by itself; {@code rule} says what wanted it. */
    record AutoReplied(EmailAddress correspondent, String rule, String messageId) implements SortingEvent {}

    /** A reply was wanted and not sent. {@code sender} is the envelope's. */
    record ReplyWithheld(Optional<EmailAddress> sender, String why, String messageId) implements SortingEvent {}
}
