// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.journal.EntryText;
import org.fumibako.journal.JournalEvent;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.store.pack.DamagedRecordException;
import org.fumibako.store.pack.KeptAside;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRecord;
import org.fumibako.store.pack.PackScan;
import org.fumibako.store.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows again that the index lost because the machine stopped: those of groups whose records the active pack has beyond
 * what the index calls committed. Such groups are appends alone, each ended by a {@link LogEvent.GroupEnd}, so what they did
 * follows from their records: the counters of the index must lead to the same UIDs and mod-sequences again.
 *
 * <p>What comes after the last whole group was never acknowledged. Where a whole group follows on something that cannot be
 * read, or does not fit, the octets are damaged; they are kept aside before they are cut off.
 */
final class Redo {
    private static final Logger LOG = LoggerFactory.getLogger(Redo.class);

    private final Database database;
    private final Packs packs;
    private final JournalRows journal;
    private final Rebuild.Summariser summariser;
    private final Accounts accounts;
    private final FlagPool flags = new FlagPool();

    /** Where journal rows go, in the caller's transaction, with the time at which it happened. */
    interface JournalRows {
        void write(Connection tx, Instant at, List<JournalEvent.Entry> entries) throws SQLException;
    }

    Redo(Database database, Packs packs, JournalRows journal, Rebuild.Summariser summariser) {
        this.database = database;
        this.packs = packs;
        this.journal = journal;
        this.summariser = summariser;
        this.accounts = new Accounts(database.engine());
    }

    /** The records of one group, and where they end. */
    private record Records(List<PackRecord> changes, LogEvent.GroupEnd end, long length) {}

    /** Returns how many octets of the pack the index calls committed now. */
    long run(PackRows.Entry pack) throws IOException {
        long committed = pack.length();
        long length = packs.length(pack.name()).orElse(0L);
        List<Long> damage = new ArrayList<>();
        int groups = 0;
        try (PackScan scan = packs.scan(pack.name(), committed, length, damage::add)) {
            for (Optional<Records> next = next(scan); next.isPresent(); next = next(scan)) {
                if (!damage.isEmpty() || !redo(pack.name(), next.get())) {
                    keepAside(pack.name(), committed);
                    break;
                }
                committed = next.get().length();
                groups++;
            }
        }
        if (groups > 0) {
            LOG.info(
                    "{}: the index had lost {} groups of new messages; it has them again",
                    pack.name().file(),
                    groups);
        }
        return committed;
    }

    /** The next whole group; empty when there is none. */
    private static Optional<Records> next(PackScan scan) throws IOException {
        List<PackRecord> changes = new ArrayList<>();
        for (Optional<PackRecord> next = scan.next(); next.isPresent(); next = scan.next()) {
            PackRecord record = next.get();
            if (record.event() instanceof LogEvent.GroupEnd end) {
                return Optional.of(new Records(changes, end, record.offset() + record.length()));
            }
            changes.add(record);
        }
        return Optional.empty();
    }

    private boolean redo(PackName pack, Records group) throws IOException {
        try {
            List<ContentRows.NewContent> contents = new ArrayList<>();
            for (PackRecord record : group.changes()) {
                if (record.event() instanceof LogEvent.Filed filed) {
                    contents.add(content(pack, record, filed));
                }
            }
            return database.writeUnforced(tx -> apply(tx, pack, group, contents));
        } catch (DamagedRecordException | NoSuchFileException | RedoGroup.ContradictionException e) {
            LOG.error("{}: what ends at {} cannot be done again", pack.file(), group.length(), e);
            accounts.forgetAll();
            return false;
        }
    }

    private boolean apply(Connection tx, PackName pack, Records group, List<ContentRows.NewContent> contents)
            throws SQLException {
        ContentRows.insert(tx, contents);
        RedoGroup again = new RedoGroup(tx, accounts, flags);
        Iterator<ContentRows.NewContent> next = contents.iterator();
        for (PackRecord record : group.changes()) {
            switch (record.event()) {
                case LogEvent.Filed filed -> again.filed(filed, next.next());
                case LogEvent.Queued queued -> again.queued(queued);
                default ->
                    throw new RedoGroup.ContradictionException(record.event().kind() + " in a group of appends");
            }
        }
        again.finish();
        List<JournalEvent.Entry> entries =
                group.end().journal().stream().map(EntryText::parse).toList();
        journal.write(tx, Instant.ofEpochMilli(group.end().at()), entries);
        PackRows.grow(tx, pack.id(), group.length());
        return true;
    }

    /** What the index keeps of the message; reading it also proves that all of it is there. */
    private ContentRows.NewContent content(PackName pack, PackRecord record, LogEvent.Filed filed) throws IOException {
        Location location = filed.soloPack() == 0
                ? new Location(pack, false, record.offset(), record.length(), filed.size())
                : solo(new PackName(filed.soloPack(), 0), filed.size());
        try (Content content = packs.read(location);
                InputStream octets = content.open()) {
            octets.transferTo(OutputStream.nullOutputStream());
            MessageSummary summary = PreparedAppend.storable(summariser.summarise(content));
            return new ContentRows.NewContent(
                    filed.contentId(),
                    location.pack().id(),
                    location.offset(),
                    location.length(),
                    filed.size(),
                    PreparedAppend.threadId(summary, filed.contentId()),
                    summary);
        }
    }

    private Location solo(PackName pack, long size) throws IOException {
        return new Location(pack, true, 0, packs.length(pack).orElse(0L), size);
    }

    private void keepAside(PackName pack, long from) throws IOException {
        String kept = new KeptAside(packs).keepEnd(pack, from);
        LOG.error("{} is damaged from {} on; {} keeps what is there", pack.file(), from, kept);
    }
}
