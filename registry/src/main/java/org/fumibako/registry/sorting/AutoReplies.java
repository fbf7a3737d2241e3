// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Accounts;
import org.fumibako.registry.Changes;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.Undo;

/** The automatic replies that accounts have set. */
public final class AutoReplies implements Restorable {
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
        return changes.make(by, connection -> set(connection, Accounts.require(connection, address), reply));
    }

    private static Changes.Done<AutoReply> set(Connection connection, Account account, AutoReply reply)
            throws SQLException {
        long id = account.id().value();
        AutoReply before = SortingTable.reply(connection, id);
        SortingTable.setReply(connection, id, reply);
        String what = reply.on() ? " answers by itself now" : " does not answer by itself";
        return new Changes.Done<>(reply, Optional.of(account.id()), "account " + account.address() + what)
                .noted(Accounts.note(ChangeKind.AUTO_REPLY, account)
                        .from(String.valueOf(before.on()), String.valueOf(reply.on()))
                        .undoneBy(new Undo.Setting(Undo.Kind.AUTO_REPLY, id, before.state(), reply.state())));
    }

    @Override
    public Optional<String> state(long account) {
        return changes.read(connection -> Accounts.find(connection, account).isEmpty()
                ? Optional.empty()
                : Optional.of(SortingTable.reply(connection, account).state()));
    }

    @Override
    public void restore(long id, String state, Origin by) {
        AutoReply reply = AutoReply.ofState(state);
        changes.make(by, connection -> {
            Account account = Accounts.find(connection, id).orElseThrow(() -> RegistryException.notFound("account"));
            return set(connection, account, reply);
        });
    }

    private static void requireSound(AutoReply reply) {
        if (reply.on() && reply.japanese().isEmpty() && reply.english().isEmpty()) {
            throw new RegistryException(Reason.INVALID, "An automatic reply needs a text.").as("auto-reply-empty");
        }
        reply.japanese().ifPresent(AutoReplies::requireSound);
        reply.english().ifPresent(AutoReplies::requireSound);
        if (reply.begins().isPresent()
                && reply.ends().isPresent()
                && !reply.begins().get().isBefore(reply.ends().get())) {
            throw new RegistryException(Reason.INVALID, "An automatic reply begins before it ends.")
                    .as("auto-reply-period");
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
                                    + " characters at most.")
                    .as("auto-reply-text");
        }
    }
}
