// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/**
 * Snapshots of the mailboxes that somebody looks at. With SQLite every change passes through this process, so a snapshot
 * is up to date when nothing waits in its cell; with PostgreSQL each use asks the database for the mod-sequence first.
 */
final class Snapshots {
    /** Heap for snapshots: some 600,000 messages. */
    private static final long MAX_BYTES = 32L << 20;

    private static final int CELL_BYTES = 300;

    /** A server at rest gives the memory back. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Database database;
    private final FlagPool flags;
    private final Cache<Key, SnapshotCell> cells = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .<Key, SnapshotCell>weigher((key, cell) -> CELL_BYTES + cell.size() * Chunk.MESSAGE_BYTES)
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build();

    private record Key(AccountId account, MailboxId mailbox) {}

    Snapshots(Database database, FlagPool flags) {
        this.database = database;
        this.flags = flags;
    }

    /** Everything committed before the call is in it. */
    ChunkedSnapshot get(AccountId account, MailboxId mailbox) throws MailboxException {
        Key key = new Key(account, mailbox);
        SnapshotCell cell = cells.get(key, absent -> new SnapshotCell());
        int before = cell.size();
        try {
            ChunkedSnapshot snapshot = current(key, cell);
            if (Math.abs(snapshot.size() - before) > Chunk.MAX) {
                // Has the cell weighed anew. A cell that was dropped meanwhile missed changes and must not come back.
                cells.asMap().replace(key, cell, cell);
            }
            return snapshot;
        } catch (MailboxException gone) {
            cells.asMap().remove(key, cell);
            throw gone;
        }
    }

    private ChunkedSnapshot current(Key key, SnapshotCell cell) throws MailboxException {
        SnapshotCell.Loader loader = () -> load(key);
        ChunkedSnapshot snapshot = cell.get(loader);
        if (database.engine() == Database.Engine.POSTGRESQL && modSeq(key) != snapshot.highestModSeq()) {
            SnapshotCell fresh = new SnapshotCell();
            cells.put(key, fresh);
            return fresh.get(loader);
        }
        return snapshot;
    }

    /** What the committer did, mailbox by mailbox; mailboxes that nobody looks at cost a look-up. */
    void publish(Map<MailboxState, MailboxDelta> touched) {
        touched.forEach((mailbox, delta) -> {
            SnapshotCell cell = cells.asMap().get(new Key(mailbox.account().id(), mailbox.id()));
            if (cell != null) {
                cell.publish(delta);
            }
        });
    }

    /** The mailbox is no more. */
    void forget(AccountId account, MailboxId mailbox) {
        cells.invalidate(new Key(account, mailbox));
    }

    private long modSeq(Key key) throws MailboxException {
        return database.read(connection -> MailboxRows.byId(connection, key.account(), key.mailbox()))
                .map(Mailbox::highestModSeq)
                .orElseThrow(MailboxException::gone);
    }

    private ChunkedSnapshot load(Key key) throws MailboxException {
        return database.read(connection -> load(connection, key)).orElseThrow(MailboxException::gone);
    }

    private Optional<ChunkedSnapshot> load(Connection connection, Key key) throws SQLException {
        Optional<Mailbox> row = MailboxRows.byId(connection, key.account(), key.mailbox());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Mailbox mailbox = row.get();
        SnapshotBuilder builder = new SnapshotBuilder();
        MessageRows.read(connection, key.account(), key.mailbox(), UidSet.ALL, flags, builder::add);
        return Optional.of(builder.build(new ChunkedSnapshot.Head(
                mailbox.id(), mailbox.uidValidity(), mailbox.uidNext(), mailbox.highestModSeq())));
    }
}
