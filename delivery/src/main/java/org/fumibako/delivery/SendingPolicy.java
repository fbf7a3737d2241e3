// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.fumibako.delivery.abuse.TakeoverWatch;
import org.fumibako.model.AccountId;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.Pacing;
import org.fumibako.registry.Sending;
import org.fumibako.registry.Sending.Exceeded;

/** Step: nobody sends to more recipients than the plan allows (requirement A14). */
final class SendingPolicy {
    private static final SmtpReply PACED = SmtpReply.of(
            450,
            "4.7.1",
            "This account sent in a way that it never did before and may send to " + Pacing.PER_HOUR
                    + " recipients an hour for now; see the notice in its mailbox, and change the password");

    private final Sending sending;
    private final Predicate<AccountId> paced;

    SendingPolicy(Sending sending) {
        this(sending, _ -> false);
    }

    private SendingPolicy(Sending sending, Predicate<AccountId> paced) {
        this.sending = sending;
        this.paced = paced;
    }

    /** The same, but with words of their own for accounts that were slowed down. */
    SendingPolicy explaining(TakeoverWatch watch) {
        return new SendingPolicy(sending, watch::isPaced);
    }

    /** Counts the recipients unless there are too many. */
    Optional<SmtpReply> count(Account account, int recipients) {
        return sending.count(account, recipients).map(exceeded -> reply(account, exceeded));
    }

    Optional<SmtpReply> foresee(Account account, int recipients) {
        return sending.foresee(account, recipients).map(exceeded -> reply(account, exceeded));
    }

    private SmtpReply reply(Account account, Exceeded exceeded) {
        if (exceeded.whose() == Sending.Whose.ACCOUNT && paced.test(account.id())) {
            return PACED;
        }
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
