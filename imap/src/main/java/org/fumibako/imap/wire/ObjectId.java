// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** The object identifiers of RFC 8474 §7: a letter for the kind, and the store's number. */
public final class ObjectId {
    private ObjectId() {}

    /** EMAILID: the same for all copies of a message. */
    public static String email(long contentId) {
        return "M" + contentId;
    }

    /** THREADID. */
    public static String thread(long threadId) {
        return "T" + threadId;
    }

    /** MAILBOXID: stays with the mailbox when it is renamed. */
    public static String mailbox(long mailboxId) {
        return "F" + mailboxId;
    }
}
