// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.GroupLog;
import org.jspecify.annotations.Nullable;

/**
 * Commits one group: applies its changes, appends their records to the pack and forces it, writes the rows and commits. In
 * this order whatever the index names is on disk before the index names it. Committer thread only.
 *
 * <p>A group of appends alone forces the disk once: its records end with {@link LogEvent.GroupEnd}, and should the machine
 * stop before the database has forced the rows too, {@link Redo} writes them again. Only with SQLite: PostgreSQL may stop
 * while this process goes on, and nobody would do it again.
 *
 * <p>When something fails, nothing stays: the transaction rolls back and the pack is cut to its committed length. When a
 * force fails, or the disk under the database, the volume takes no more changes until it is opened again. When it is not
 * known whether the database committed (the connection broke), that is found out before the next group.
 */
final class GroupCommit {
    private final Database database;
    private final PackRoll packs;
    private final Evidence journal;
    private final Readers readers;
    private final Clock clock;
    private final Accounts accounts;
    private final ForceThread forcer;

    private @Nullable GroupLog unsettled;
    private @Nullable String stopped;

    /** Those who want to know what was committed. */
    record Readers(Snapshots snapshots, Feed feed, Arrivals arrivals, FlagPool flags) {
        void committed(Group group) {
            snapshots.publish(group.touched());
            group.dropped().forEach(gone -> snapshots.forget(gone.account().id(), gone.id()));
            feed.changed(group.touched().keySet());
            feed.changed(group.dropped());
            feed.rearranged(group.rearranged());
            feed.objects(group.objects());
            arrivals.came(group.stored());
        }
    }

    GroupCommit(Database database, PackRoll packs, Evidence journal, Readers readers, Clock clock) {
        this.database = database;
        this.packs = packs;
        this.journal = journal;
        this.readers = readers;
        this.clock = clock;
        this.accounts = new Accounts(database.engine());
        this.forcer = new ForceThread();
    }

    /** Why a group was not committed. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean ofOneChange;

        FailedException(@Nullable String message, @Nullable Throwable cause, boolean ofOneChange) {
            super(message, cause);
            this.ofOneChange = ofOneChange;
        }

        /** Whether one change may be at fault, so that the others can be committed without it. */
        boolean ofOneChange() {
            return ofOneChange;
        }
    }

    void run(List<Pending<?>> changes) throws FailedException {
        if (stopped != null) {
            throw new FailedException(stopped, null, false);
        }
        try {
            settle();
            packs.rollIfFull();
            Group group = commit(changes);
            unsettled = null;
            packs.active().committed(group.log());
            accounts.trim();
            readers.committed(group);
        } catch (IOException | RuntimeException failure) {
            accounts.forgetAll();
            throw failed(failure);
        }
    }

    private Group commit(List<Pending<?>> changes) {
        boolean redoable = database.engine() == Database.Engine.SQLITE
                && changes.stream().allMatch(pending -> pending.change().redoable());
        return redoable
                ? database.writeUnforced(tx -> transact(tx, changes, true))
                : database.write(tx -> transact(tx, changes, false));
    }

    private Group transact(Connection tx, List<Pending<?>> changes, boolean redoable) throws SQLException {
        try {
            // The database may run this again from the start.
            packs.active().retract();
            GroupLog log = packs.active().begin();
            Group group = new Group(tx, log, accounts, readers.flags(), clock.millis());
            List<AccountId> ids = new ArrayList<>();
            changes.forEach(pending -> ids.addAll(pending.change().accounts()));
            accounts.begin(tx, ids);
            for (Pending<?> pending : changes) {
                pending.apply(group);
            }
            if (redoable && !log.isEmpty()) {
                log.add(group.end());
            }
            unsettled = log;
            write(tx, group);
            return group;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Connection tx, Group group) throws IOException, SQLException {
        if (group.log().isEmpty()) {
            flush(tx, group);
            return;
        }
        packs.active().write(group.log());
        ForceThread.Forcing force = forcer.begin(packs.active());
        try {
            flush(tx, group);
        } finally {
            force.await();
        }
    }

    private void flush(Connection tx, Group group) throws SQLException {
        group.flush();
        journal.write(tx, group.journal());
    }

    private FailedException failed(Exception failure) {
        if (hasCause(failure, ForceThread.ForceFailedException.class)) {
            forsake(failure);
            return stop(
                    "the disk failed to keep what was written; no changes until the volume is opened again", failure);
        }
        SqlFault fault = SqlFault.of(failure, database.engine());
        if (failure instanceof DatabaseException && fault == SqlFault.LASTING) {
            return stop("the index failed on disk; no changes until the volume is opened again", failure);
        }
        try {
            settle();
        } catch (IOException | RuntimeException later) {
            failure.addSuppressed(later);
        }
        boolean ofOneChange = fault == SqlFault.OF_ONE_CHANGE && !hasCause(failure, IOException.class);
        return new FailedException(failure.getMessage(), failure, ofOneChange);
    }

    /** What was rolled back and refused must not be done again; should this fail too, one message may come twice. */
    private void forsake(Exception failure) {
        try {
            packs.active().retract();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private FailedException stop(String reason, Exception failure) {
        stopped = reason;
        return new FailedException(reason, failure, false);
    }

    /** Finds out what became of the last group if that is not known, and makes the pack agree with the index. */
    private void settle() throws IOException {
        GroupLog log = unsettled;
        if (log == null) {
            return;
        }
        Optional<Long> length = log.isEmpty() ? Optional.empty() : database.read(tx -> PackRows.length(tx, log.pack()));
        if (length.equals(Optional.of(log.position()))) {
            packs.active().committed(log);
        } else {
            packs.active().retract();
        }
        unsettled = null;
    }

    void close() {
        forcer.close();
    }
}
