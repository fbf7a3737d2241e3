// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.AccountView;

/**
 * A type whose states are pushed.
 *
 * @param type as JMAP calls it
 * @param mail whether it changes with mail, else with what is kept beside it
 * @param state now
 */
public record Pushed(String type, boolean mail, Function<Caller, String> state) {
    /** The types of mail (RFC 8621 §1.5). */
    public static List<Pushed> of(AccountMail mail) {
        List<Pushed> types = new ArrayList<>();
        for (String type : List.of("Mailbox", "Thread", "Email")) {
            types.add(new Pushed(
                    type,
                    true,
                    caller -> Long.toString(mail.modSeq(caller.account().id()))));
        }
        types.add(new Pushed("EmailDelivery", true, caller -> delivery(mail, caller)));
        return types;
    }

    /** The states of one type of kept objects. */
    public static Pushed of(Kept kept) {
        return new Pushed(
                kept.type().name(), false, caller -> kept.state(caller.account().id()));
    }

    /**
     * Another one when something came that its owner did not write or put away: into the inbox, or a mailbox without a use, where
     * rules sort it into.
     */
    private static String delivery(AccountMail mail, Caller caller) {
        long came = 0;
        for (AccountView.Seat seat : mail.emails().view(caller.account().id()).seats()) {
            Optional<SpecialUse> use = seat.mailbox().use();
            if (use.isEmpty() || use.get() == SpecialUse.INBOX) {
                came += seat.mailbox().uidNext();
            }
        }
        return Long.toString(came);
    }
}
