// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Accounts;
import org.fumibako.registry.Changes;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;

/** The automatic replies that accounts have set. */
public final class AutoReplies {
    private final Changes changes;

    public AutoReplies(Changes changes) {
        this.changes = changes;
    }

    public AutoReply of(EmailAddress account) {
        return changes.read(connection -> SortingTable.reply(
                connection, Accounts.require(connection, account).id().value()));
    }

    /** Whom it has answered before is forgotten: it is another reply. */
    public AutoReply set(EmailAddress address, AutoReply reply, Origin by) {
        requireSound(reply);
        return changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            SortingTable.setReply(connection, account.id().value(), reply);
            String what = reply.on() ? " answers by itself now" : " does not answer by itself";
            return new Changes.Done<>(reply, Optional.of(account.id()), "account " + account.address() + what);
        });
    }

    private static void requireSound(AutoReply reply) {
        if (reply.on() && reply.japanese().isEmpty() && reply.english().isEmpty()) {
            throw new RegistryException(Reason.INVALID, "An automatic reply needs a text.");
        }
        reply.japanese().ifPresent(AutoReplies::requireSound);
        reply.english().ifPresent(AutoReplies::requireSound);
        if (reply.begins().isPresent()
                && reply.ends().isPresent()
                && !reply.begins().get().isBefore(reply.ends().get())) {
            throw new RegistryException(Reason.INVALID, "An automatic reply begins before it ends.");
        }
    }

    private static void requireSound(AutoReply.Wording wording) {
        boolean sound = !wording.text().isBlank()
                && wording.text().length() <= AutoReply.MAX_TEXT
                && wording.subject().length() <= AutoReply.MAX_SUBJECT
                && wording.text().indexOf(0) < 0
                && wording.subject().chars().noneMatch(c -> c < ' ');
        if (!sound) {
            throw new RegistryException(
                    Reason.INVALID,
                    "An automatic reply has a text of 1 to " + AutoReply.MAX_TEXT
                            + " characters and a subject of one line, " + AutoReply.MAX_SUBJECT
                            + " characters at most.");
        }
    }
}
