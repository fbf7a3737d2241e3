// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

import java.io.IOException;

/** The selected mailbox was deleted, or is no longer the one that was selected; the session can only say BYE. */
public final class MailboxGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    public MailboxGoneException() {
        super("The selected mailbox is gone");
    }
}
