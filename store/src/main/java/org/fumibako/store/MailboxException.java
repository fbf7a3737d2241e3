// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

/** Why the store declined what was asked of a mailbox. The message is for the person at the client. */
public final class MailboxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public MailboxException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static MailboxException gone() {
        return new MailboxException(Reason.NONEXISTENT, "There is no such mailbox");
    }

    public Reason reason() {
        return reason;
    }

    /** The kinds that protocols tell apart. */
    public enum Reason {
        /** There is no such mailbox, or no longer. */
        NONEXISTENT,
        ALREADY_EXISTS,
        /** The name is not one we can keep (empty level, control character, over 500 octets or 32 levels). */
        INVALID_NAME,
        /** Not with this mailbox: INBOX is not deleted, a special-use is taken. */
        CANNOT,
        /** The account has as many mailboxes as it may. */
        LIMIT,
        OVER_QUOTA
    }
}
