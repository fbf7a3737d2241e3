// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import java.util.Locale;
import java.util.Optional;

/** What a mailbox is for (RFC 6154 §2; INBOX is named by RFC 9051 §5.1 and carries no attribute in IMAP). */
public enum SpecialUse {
    INBOX("INBOX"),
    SENT("Sent"),
    DRAFTS("Drafts"),
    JUNK("Junk"),
    TRASH("Trash"),
    ARCHIVE("Archive");

    private final String mailboxName;

    SpecialUse(String mailboxName) {
        this.mailboxName = mailboxName;
    }

    /** The name under which every account gets this mailbox. */
    public String mailboxName() {
        return mailboxName;
    }

    /** The attribute of RFC 6154 §2, {@code \Sent}; empty for INBOX. */
    public Optional<String> attribute() {
        return this == INBOX ? Optional.empty() : Optional.of("\\" + mailboxName);
    }

    /** Reads {@code \Sent} in any case; {@code \All}, {@code \Flagged} and {@code \Important} are not offered. */
    public static Optional<SpecialUse> ofAttribute(String attribute) {
        for (SpecialUse use : values()) {
            if (use != INBOX
                    && ("\\" + use.mailboxName).toLowerCase(Locale.ROOT).equals(attribute.toLowerCase(Locale.ROOT))) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }
}
