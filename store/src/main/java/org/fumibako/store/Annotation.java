// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/**
 * What a client noted about a mailbox, or about an account as a whole (RFC 5464).
 *
 * @param modSeq the account's mod-sequence at which it got its value
 * @param value octets of any kind
 */
public record Annotation(Name name, long modSeq, byte[] value) {
    /**
     * Which annotation it is.
     *
     * @param mailbox empty when it is about the account as a whole
     * @param reader who alone sees it; empty when everybody does who sees the mailbox
     * @param entry a path in lower case such as {@code /comment}, ASCII
     */
    public record Name(Optional<MailboxId> mailbox, Optional<AccountId> reader, String entry) {}

    /** A value to be set; without one, the annotation is to go. */
    public record Change(Name name, Optional<byte[]> value) {}
}
