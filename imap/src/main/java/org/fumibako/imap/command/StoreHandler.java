// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Store;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.model.Flags;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.FlagChange;

/** STORE and UID STORE (RFC 9051 §6.4.6, RFC 7162 §3.1.3). */
final class StoreHandler implements CommandHandler<Store> {
    private final MessageStore store;

    StoreHandler(MessageStore store) {
        this.store = store;
    }

    @Override
    public Completion handle(Store command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        SelectedMailbox mailbox = session.mailbox();
        if (mailbox.readOnly()) {
            throw new CommandException(ResponseCode.READ_ONLY, "The mailbox is open read-only");
        }
        if (command.unchangedSince().isPresent()) {
            session.enable(Extension.CONDSTORE);
        }
        int[] indexes = MessageNumbers.indexes(mailbox.view(), command.set(), command.uid());
        checkKeywords(command, mailbox.view(), indexes);
        // What the client was told last, so that a change by somebody else shows as a flag it does not expect.
        MailboxSnapshot before = mailbox.view().current();
        MessageStore.FlagOutcome outcome = store.changeFlags(
                mailbox.account(),
                mailbox.id(),
                MessageNumbers.uids(mailbox.view(), indexes),
                change(command),
                command.flags(),
                command.unchangedSince(),
                session.origin());
        StoreReport report = new StoreReport(command, before, mailbox, session.updates(command.uid()));
        report.write(indexes, outcome, session.writer().octets());
        return completion(command, report);
    }

    private static Completion completion(Store command, StoreReport report) throws CommandException {
        if (report.anyGone() && !command.uid()) {
            throw new CommandException(ResponseCode.EXPUNGEISSUED, "Some of the messages no longer exist");
        }
        return report.modified().isEmpty()
                ? Completion.of("Store done")
                : Completion.of(
                        ResponseCode.modified(report.modified()), "Some of the messages were changed by others");
    }

    private static void checkKeywords(Store command, ClientView view, int[] indexes) throws CommandException {
        Flags flags = command.flags();
        if (flags.keywords().stream().anyMatch(keyword -> keyword.length() > Flags.MAX_KEYWORD_LENGTH)) {
            throw new CommandException(
                    ResponseCode.LIMIT, "A keyword has at most " + Flags.MAX_KEYWORD_LENGTH + " characters");
        }
        if (change(command) != FlagChange.ADD || flags.keywords().isEmpty()) {
            return;
        }
        for (int index : indexes) {
            long kept = view.snapshotOf(index).flags(view.indexIn(index)).keywords().stream()
                    .filter(keyword -> !flags.keywords().contains(keyword))
                    .count();
            if (kept + flags.keywords().size() > Flags.MAX_KEYWORDS) {
                throw new CommandException(
                        ResponseCode.LIMIT, "A message has at most " + Flags.MAX_KEYWORDS + " keywords");
            }
        }
    }

    private static FlagChange change(Store command) {
        return switch (command.operation()) {
            case REPLACE -> FlagChange.REPLACE;
            case ADD -> FlagChange.ADD;
            case REMOVE -> FlagChange.REMOVE;
        };
    }
}
