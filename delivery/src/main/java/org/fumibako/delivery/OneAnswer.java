// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.List;
import org.fumibako.model.SmtpReply;

/** Makes SMTP's single answer out of what became of each recipient. */
final class OneAnswer {
    private OneAnswer() {}

    /** Where recipients differ, nobody has the message and the sender must ask again, one by one if need be. */
    static SmtpReply of(List<SmtpReply> replies, int recipients) {
        SmtpReply first = replies.getFirst();
        if (recipients == 1 || replies.stream().allMatch(first::equals)) {
            return first;
        }
        return replies.contains(RecipientReplies.OVER_QUOTA)
                ? RecipientReplies.SOME_OVER_QUOTA
                : RecipientReplies.RECIPIENT_CHANGED;
    }
}
