// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.store.pack.DamagedRecordException;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRewrite;
import org.fumibako.store.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites packs that are mostly dead. The next generation is complete and on stable storage before one transaction puts it
 * in the place of the one before; until then, and when anything fails, the index names the old file, and what was written is
 * left for {@link UnnamedPacks}. Readers that looked a message up before find the file gone and look again.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final Database database;
    private final Packs packs;

    Compaction(Database database, Packs packs) {
        this.database = database;
        this.packs = packs;
    }

    /** The packs of which more than half is dead. The one that is appended to is never among them. */
    List<PackRows.Entry> due() {
        return database.read(PackRows::all).stream()
                .filter(pack -> pack.sealed() && !pack.solo() && pack.dead() > pack.length() / 2)
                .toList();
    }

    /** Compacts one pack; returns how many octets it is shorter. A damaged one is left as it is, for fsck to name. */
    long compact(PackRows.Entry pack) {
        long[] live = database.read(
                connection -> ContentRows.in(connection, pack.name().id()));
        try {
            PackRewrite.Result next =
                    packs.rewrite(pack.name(), pack.length(), id -> Arrays.binarySearch(live, id) >= 0);
            if (next.contentIds().length != live.length) {
                throw new DamagedRecordException((live.length - next.contentIds().length) + " messages are missing");
            }
            replace(pack, next);
            return pack.length() - next.length();
        } catch (IOException failed) {
            LOG.error("{} was not compacted: {}", pack.name().file(), failed.getMessage());
            return 0;
        }
    }

    private void replace(PackRows.Entry pack, PackRewrite.Result next) {
        PackName name = next.name();
        database.write(tx -> {
            PackRows.replace(tx, pack, name, next.length());
            ContentRows.move(tx, next.contentIds(), next.offsets());
            return true;
        });
    }
}
