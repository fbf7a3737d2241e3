// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.Sending;
import org.fumibako.registry.Sending.Exceeded;

/** Step: nobody sends to more recipients than the plan allows (requirement A14). */
final class SendingPolicy {
    private final Sending sending;

    SendingPolicy(Sending sending) {
        this.sending = sending;
    }

    /** Counts the recipients unless there are too many. */
    Optional<SmtpReply> count(Account account, int recipients) {
        return sending.count(account, recipients).map(SendingPolicy::reply);
    }

    Optional<SmtpReply> foresee(Account account, int recipients) {
        return sending.foresee(account, recipients).map(SendingPolicy::reply);
    }

    private static SmtpReply reply(Exceeded exceeded) {
        String whose = switch (exceeded.whose()) {
            case ACCOUNT -> "This account";
            case CUSTOMER -> "All accounts of this customer together";
        };
        boolean day = exceeded.window().compareTo(Duration.ofHours(1)) > 0;
        return SmtpReply.of(
                450,
                "4.7.1",
                whose + " may send to " + exceeded.limit() + " recipients " + (day ? "a day" : "an hour")
                        + ", and this message would pass that; please send it later");
    }
}
