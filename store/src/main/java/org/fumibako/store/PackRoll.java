// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.store.pack.ActivePack;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which log pack is being appended to: found when the volume is opened, followed by another when it is full. */
final class PackRoll implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackRoll.class);

    private final Database database;
    private final Packs packs;
    private final long rollAt;
    private ActivePack active;

    private PackRoll(Database database, Packs packs, long rollAt, ActivePack active) {
        this.database = database;
        this.packs = packs;
        this.rollAt = rollAt;
        this.active = active;
    }

    /**
     * Opens the pack that was appended to last, does again what it has and the index lacks, and cuts what was never
     * acknowledged; or begins the first one.
     */
    static PackRoll open(Database database, Packs packs, long rollAt, Redo redo) throws IOException {
        List<PackRows.Entry> known = database.read(PackRows::all);
        if (known.isEmpty() && !packs.list().isEmpty()) {
            throw new IOException("there are packs in " + packs.directory()
                    + " that the index knows nothing of: the index was lost, rebuild it");
        }
        Optional<PackRows.Entry> last = known.stream()
                .filter(pack -> !pack.solo())
                .max(Comparator.comparingLong(pack -> pack.name().id()));
        if (last.isPresent() && intact(packs, last.get())) {
            PackRows.Entry pack = last.get();
            long length = pack.sealed() ? pack.length() : redo.run(pack);
            ActivePack reopened = reopen(packs, pack.name(), length);
            if (!pack.sealed()) {
                return new PackRoll(database, packs, rollAt, reopened);
            }
            reopened.close();
        }
        return new PackRoll(database, packs, rollAt, begin(database, packs, last));
    }

    /** A pack that lost its end is left as it is, for fsck to name what is damaged. */
    private static boolean intact(Packs packs, PackRows.Entry pack) throws IOException {
        long length = packs.length(pack.name()).orElse(0L);
        if (length < pack.length()) {
            LOG.error("{} has {} octets, but {} were committed", pack.name().file(), length, pack.length());
        }
        return length >= pack.length();
    }

    private static ActivePack reopen(Packs packs, PackName name, long committed) throws IOException {
        long excess = packs.length(name).orElse(committed) - committed;
        if (excess > 0) {
            LOG.info("{}: cutting {} octets that were never acknowledged", name.file(), excess);
        }
        return packs.reopen(name, committed);
    }

    ActivePack active() {
        return active;
    }

    /** An id for a new pack. */
    long nextId() {
        return nextId(database);
    }

    private static long nextId(Database database) {
        return database.write(Counter.PACK::next);
    }

    void rollIfFull() throws IOException {
        if (active.length() >= rollAt) {
            ActivePack full = active;
            PackRows.Entry entry = new PackRows.Entry(full.name(), false, false, full.length(), 0);
            active = begin(database, packs, Optional.of(entry));
            full.close();
        }
    }

    private static ActivePack begin(Database database, Packs packs, Optional<PackRows.Entry> before)
            throws IOException {
        long id = nextId(database);
        ActivePack pack = packs.create(id);
        try {
            return database.write(tx -> {
                if (before.isPresent()) {
                    PackRows.seal(tx, before.get().name().id());
                }
                PackRows.insert(tx, new PackRows.Entry(new PackName(id, 0), false, false, 0, 0));
                return pack;
            });
        } catch (RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        active.close();
    }
}
