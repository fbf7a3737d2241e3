// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/**
 * The accounts of a volume as JMAP sees them (RFC 8621): a message that lies in several mailboxes is one email, and the account
 * has one state. Mail is changed through {@link MessageStore}. Safe for any number of threads.
 */
public final class Emails {
    /** Looks for a moment at which nothing changes; beyond, what is shown may be newer than its state, which is harmless. */
    private static final int LOOKS = 8;

    /** Waits for the committer to tell the snapshots of what it has committed; it needs microseconds. */
    private static final int PATIENCE = 20_000;

    private static final long PAUSE_NANOS = 200_000;

    private final Database database;
    private final Snapshots snapshots;
    private final FlagPool flags;

    Emails(Database database, Snapshots snapshots, FlagPool flags) {
        this.database = database;
        this.snapshots = snapshots;
        this.flags = flags;
    }

    /** Everything committed before the call is in it. An account that is not there is empty, at 0. */
    public AccountView view(AccountId account) {
        for (int look = 0; look < PATIENCE; look++) {
            EmailRows.Index index = database.read(connection -> EmailRows.index(connection, account));
            Optional<AccountView> view = view(account, index, look < LOOKS);
            if (view.isPresent()) {
                return view.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new StoreException("account " + account + " changes faster than it can be read");
    }

    private Optional<AccountView> view(AccountId account, EmailRows.Index index, boolean exact) {
        List<AccountView.Seat> seats = new ArrayList<>(index.mailboxes().size());
        for (EmailRows.MailboxMark mark : index.mailboxes()) {
            MailboxSnapshot snapshot;
            try {
                snapshot = snapshots.get(account, mark.mailbox().id());
            } catch (MailboxException gone) {
                return Optional.empty();
            }
            long wanted = mark.mailbox().highestModSeq();
            if (snapshot.highestModSeq() < wanted || (exact && snapshot.highestModSeq() != wanted)) {
                return Optional.empty();
            }
            seats.add(new AccountView.Seat(mark.mailbox(), snapshot, mark.createdSeq(), mark.namedSeq()));
        }
        return Optional.of(new AccountView(index.modSeq(), seats));
    }

    /** The account's state without looking at its mail. */
    public long modSeq(AccountId account) {
        return database.read(connection -> EmailRows.modSeq(connection, account));
    }

    /**
     * Emails by content id, as far as the account has them, in the order of the ids; without opening a pack, and in a fixed
     * number of statements.
     */
    public List<EmailRow> rows(AccountId account, Collection<Long> contentIds, Set<MessageStore.Column> columns) {
        List<Long> ids = contentIds.stream().distinct().sorted().toList();
        List<EmailRow> rows = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += EmailRows.MAX_IDS) {
            List<Long> page = ids.subList(from, Math.min(ids.size(), from + EmailRows.MAX_IDS));
            rows.addAll(database.read(connection -> EmailRows.read(connection, account, page, columns, flags)));
        }
        return rows;
    }

    /**
     * What the account lost since a state.
     *
     * @param messages that left a mailbox
     * @param mailboxes that were there at that state and went
     */
    public record Departures(List<Departure> messages, List<MailboxId> mailboxes) {}

    /** What the account lost after {@code modSeq}; empty when the record does not reach back so far. */
    public Optional<Departures> departures(AccountId account, long modSeq) {
        return database.read(connection -> {
            if (modSeq < EmailRows.floor(connection, account)) {
                return Optional.empty();
            }
            return Optional.of(new Departures(
                    DepartedRows.since(connection, account, modSeq),
                    DepartedRows.mailboxesSince(connection, account, modSeq)));
        });
    }
}
