// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** What a script wants to be done with a message, and which rule wanted it. */
public sealed interface Action {
    Cause cause();

    /**
     * Into the INBOX, or where it would have gone without a script.
     *
     * @param flags names of flags and keywords (RFC 5232)
     */
    record Keep(List<String> flags, HeaderChanges header, Cause cause) implements Action {
        public Keep {
            flags = List.copyOf(flags);
        }
    }

    /**
     * Into a mailbox (RFC 5228 §4.1).
     *
     * @param specialUse the attribute that names the mailbox where there is one such (RFC 8579 §4)
     * @param create whether it is made when it is missing (RFC 5490 §3.2)
     */
    record FileInto(
            String mailbox,
            Optional<String> specialUse,
            boolean create,
            List<String> flags,
            HeaderChanges header,
            Cause cause)
            implements Action {
        public FileInto {
            flags = List.copyOf(flags);
        }
    }

    /** To another address (RFC 5228 §4.2). */
    record Redirect(EmailAddress address, HeaderChanges header, Cause cause) implements Action {}

    /** Nothing is kept but what other actions keep (RFC 5228 §4.4). */
    record Discard(Cause cause) implements Action {}

    /**
     * Back to the sender (RFC 5429); there is no other action but this one.
     *
     * @param inDialogue {@code ereject}: rather in the SMTP dialogue than by a message
     */
    record Reject(String reason, boolean inDialogue, Cause cause) implements Action {}

    /**
     * An automatic reply (RFC 5230). Whether there is one is decided by whoever carries it out.
     *
     * @param again time until the same correspondent gets another
     * @param subject empty for one that follows the message's
     * @param from empty for the account's address
     * @param addresses that also are the account's
     * @param mime whether {@code reason} is a MIME entity with its header
     * @param handle replies with the same handle count as one
     */
    record Vacation(
            Duration again,
            Optional<String> subject,
            Optional<String> from,
            List<String> addresses,
            boolean mime,
            String handle,
            String reason,
            Cause cause)
            implements Action {
        public Vacation {
            addresses = List.copyOf(addresses);
        }
    }
}
