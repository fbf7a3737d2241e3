// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.List;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.UidSet;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** APPEND (RFC 9051 §6.3.12) of one or several messages (RFC 3502): all of them are kept, or none. */
final class AppendHandler implements CommandHandler<MailboxCommand.Append> {
    private final MessageStore store;
    private final Mailboxes mailboxes;
    private final QuotaWriter quotas;
    private final Intake.Rules rules;

    AppendHandler(MessageStore store, Mailboxes mailboxes, QuotaWriter quotas, Intake.Rules rules) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.quotas = quotas;
        this.rules = rules;
    }

    @Override
    public Completion handle(MailboxCommand.Append command, Session session)
            throws IOException, CommandException, SyntaxException {
        Mailbox mailbox = mailboxes.destination(command.mailbox(), session);
        try (Intake intake = new Intake(rules, session, target(mailbox, session))) {
            boolean more = intake.next();
            while (more) {
                more = intake.next();
            }
            Completion completion = completion(store.append(intake.appends(), true));
            session.watch().ifPresent(watch -> watch.afterOwn(mailbox.id()));
            return completion;
        }
    }

    private static Completion completion(List<List<Append.Outcome>> outcomes) throws CommandException {
        long uidValidity = 0;
        long[] uids = new long[outcomes.size()];
        for (int i = 0; i < uids.length; i++) {
            Append.Outcome outcome = outcomes.get(i).getFirst();
            if (!(outcome instanceof Append.Outcome.Withdrawn)) {
                // Another message of the same command says why one was withdrawn.
                Append.Outcome.Filed filed = filed(outcome);
                uidValidity = filed.uidValidity();
                uids[i] = filed.uid();
            }
        }
        return Completion.of(ResponseCode.appendUid(uidValidity, UidSet.of(uids)), "Append done");
    }

    private Intake.Target target(Mailbox mailbox, Session session) {
        return new Intake.Target(mailbox, mailboxes.rights(mailbox, session), quotas.limit(mailbox, session));
    }

    /** Where it was filed; a message that was not is a refusal. */
    static Append.Outcome.Filed filed(Append.Outcome outcome) throws CommandException {
        return switch (outcome) {
            case Append.Outcome.Filed filed -> filed;
            case Append.Outcome.OverQuota _, Append.Outcome.Withdrawn _ -> throw Intake.overQuota();
            case Append.Outcome.NoMailbox _ ->
                throw new CommandException(ResponseCode.TRYCREATE, "The mailbox was deleted");
        };
    }
}
