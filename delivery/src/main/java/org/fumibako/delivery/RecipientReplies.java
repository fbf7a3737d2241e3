// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import org.fumibako.model.SmtpReply;

/** What senders are told about recipients; the texts are for people and silent about our configuration. */
public final class RecipientReplies {
    /** The text that the sender's error mail must show, to the letter. */
    public static final SmtpReply OVER_QUOTA = SmtpReply.of(552, "5.2.2", "maildir over quota.");

    /** A recipient that must have a transaction of its own. */
    public static final SmtpReply SPLIT =
            SmtpReply.of(452, "4.5.3", "Please send to this recipient in a transaction of its own");

    static final SmtpReply SOME_OVER_QUOTA =
            SmtpReply.of(452, "4.2.2", "A mailbox has become full; nobody has got the message, please try again");
    static final SmtpReply UNKNOWN = SmtpReply.of(550, "5.1.1", "No such user here");
    static final SmtpReply SUSPENDED = SmtpReply.of(550, "5.2.1", "This mailbox takes no mail at present");
    static final SmtpReply STORE_FAILED =
            SmtpReply.of(451, "4.3.0", "The message could not be stored, please try again later");
    static final SmtpReply LOOP = SmtpReply.of(554, "5.4.6", "Too many hops: the message goes round in circles");
    static final SmtpReply RECIPIENT_CHANGED =
            SmtpReply.of(451, "4.2.0", "A mailbox has changed meanwhile; nobody has got the message, please try again");

    private RecipientReplies() {}

    static SmtpReply accepted(String id) {
        return SmtpReply.of(250, "2.0.0", "Message accepted, id " + id);
    }
}
