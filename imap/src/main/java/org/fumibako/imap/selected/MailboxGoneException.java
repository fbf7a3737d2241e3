// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

/** The selected mailbox was deleted, or is no longer the one that was selected; the session can only say BYE. */
public final class MailboxGoneException extends Exception {
    private static final long serialVersionUID = 1L;

    public MailboxGoneException() {
        super("The selected mailbox is gone");
    }
}
