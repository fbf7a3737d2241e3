// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** Something that happened to mail on its way from an account to an address that it forwards to; rows of the account. */
public sealed interface ForwardEvent extends JournalEvent {
    EmailAddress target();

    /** A message went on. {@code sender} is the envelope's as it came in, empty for {@code <>}. */
    record Forwarded(EmailAddress target, Optional<EmailAddress> sender, How how, String messageId)
            implements ForwardEvent {}

    /** In which form. Rows keep the names: none may change. */
    enum How {
        /** Filed for an account here, or for those that it forwards to. */
        HERE,
        /** Queued for another server as it came. */
        QUEUED,
        /** Queued for another server inside a message from the account. */
        ATTACHED
    }

    /** A message did not go on and stayed in the account's mailbox: {@code why}. */
    record Withheld(EmailAddress target, Optional<EmailAddress> sender, String messageId, String why)
            implements ForwardEvent {}

    /** A target did not take a message; {@code failures} is how many since it last took one, 0 when it is stopped already. */
    record TargetFailed(EmailAddress target, String why, long failures) implements ForwardEvent {}

    /** Nothing is forwarded to a target any more, and the account keeps its mail: the target failed often and long. */
    record Stopped(EmailAddress target, String why) implements ForwardEvent {}

    /** A message that a target did not take, and that was nowhere else, was put back into the account's mailbox. */
    record PutBack(EmailAddress target, String messageId) implements ForwardEvent {}
}
