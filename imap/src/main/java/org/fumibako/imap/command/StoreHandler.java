// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MessageCommand.Store;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.journal.Origin;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.FlagChange;

/** STORE and UID STORE (RFC 9051 §6.4.6, RFC 7162 §3.1.3). */
final class StoreHandler implements CommandHandler<Store> {
    private static final int ALL_SYSTEM = Flags.SEEN | Flags.ANSWERED | Flags.FLAGGED | Flags.DELETED | Flags.DRAFT;

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
        MessageStore.FlagOutcome outcome =
                change(command, mailbox, MessageNumbers.uids(mailbox.view(), indexes), session.origin());
        StoreReport report = new StoreReport(command, before, mailbox, session.updates(command.uid()));
        report.write(indexes, outcome, session.writer().octets());
        return completion(command, report);
    }

    private MessageStore.FlagOutcome change(Store command, SelectedMailbox mailbox, UidSet uids, Origin origin)
            throws CommandException, MailboxException {
        Rights rights = mailbox.rights();
        Flags flags = Permitted.of(command.flags(), rights);
        boolean all = rights.has('s') && rights.has('t') && rights.has('w');
        boolean nothing = flags.equals(Flags.NONE) && !command.flags().equals(Flags.NONE);
        if (!rights.hasAny("stw") || (nothing && change(command) != FlagChange.REPLACE)) {
            throw new CommandException(ResponseCode.NOPERM, "You have no right to change these flags");
        }
        if (all || change(command) != FlagChange.REPLACE) {
            return store.changeFlags(
                    mailbox.account(), mailbox.id(), uids, change(command), flags, command.unchangedSince(), origin);
        }
        return replace(command, mailbox, uids, origin);
    }

    /** Leaves alone what may not be changed (RFC 4314 §4): two changes, so it cannot be conditional. */
    private MessageStore.FlagOutcome replace(Store command, SelectedMailbox mailbox, UidSet uids, Origin origin)
            throws CommandException, MailboxException {
        if (command.unchangedSince().isPresent()) {
            throw new CommandException(ResponseCode.NOPERM, "You have no right to change all flags");
        }
        Flags gone = Permitted.of(every(mailbox, uids), mailbox.rights()).minus(command.flags());
        Flags given = Permitted.of(command.flags(), mailbox.rights());
        MessageStore.FlagOutcome _ = store.changeFlags(
                mailbox.account(), mailbox.id(), uids, FlagChange.REMOVE, gone, Optional.empty(), origin);
        return store.changeFlags(
                mailbox.account(), mailbox.id(), uids, FlagChange.ADD, given, Optional.empty(), origin);
    }

    /** All flags that the messages may have now, those that the client was not told of among them. */
    private Flags every(SelectedMailbox mailbox, UidSet uids) throws MailboxException {
        MailboxSnapshot now = store.snapshot(mailbox.account(), mailbox.id());
        Set<String> keywords = new TreeSet<>();
        for (int index = 0; index < now.size(); index++) {
            if (uids.contains(now.uid(index))) {
                keywords.addAll(now.flags(index).keywords());
            }
        }
        return new Flags(ALL_SYSTEM, List.copyOf(keywords));
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
