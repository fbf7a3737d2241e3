// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumibako.db.Database;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes pack files that the index does not name: generations that compaction replaced or did not finish, large messages
 * that were deleted or never filed. It is the only place where pack files that were once named are removed, and decides by
 * the index alone, so a crash at any point leaves at most a file for the next round.
 */
final class UnnamedPacks {
    /** A file younger than this may belong to a message that is being filed. */
    static final Duration YOUNG = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedPacks.class);

    private final Database database;
    private final Packs packs;

    UnnamedPacks(Database database, Packs packs) {
        this.database = database;
        this.packs = packs;
    }

    /** Returns how many files went; none while somebody reads them by name. */
    int remove(Instant now) throws IOException {
        Map<Long, PackRows.Entry> named = database.read(PackRows::all).stream()
                .collect(Collectors.toMap(pack -> pack.name().id(), Function.identity()));
        long given = database.read(Counter.PACK::last);
        int removed = 0;
        for (PackName file : packs.list()) {
            PackRows.Entry known = named.get(file.id());
            boolean goes = known == null
                    ? file.id() <= given && neverFiled(file, now)
                    : file.generation() != known.name().generation() && !kept(file, known, now);
            if (goes && !packs.held()) {
                packs.remove(file);
                removed++;
            }
        }
        return removed;
    }

    /** With PostgreSQL the operator copies the packs after the dump, and needs those that the dump names. */
    private boolean kept(PackName file, PackRows.Entry known, Instant now) throws IOException {
        return database.engine() == Database.Engine.POSTGRESQL
                && file.generation() < known.name().generation()
                && young(new PackName(file.id(), known.name().generation()), now);
    }

    /** Not so a log pack with something in it: then it is the index that lost its memory, and not for us to decide. */
    private boolean neverFiled(PackName file, Instant now) throws IOException {
        if (young(file, now)) {
            return false;
        }
        boolean useless = packs.isUnfinished(file) || packs.isSolo(file);
        if (!useless) {
            LOG.warn("{} is not in the index; fsck says more", file.file());
        }
        return useless;
    }

    private boolean young(PackName file, Instant now) throws IOException {
        return packs.written(file).isAfter(now.minus(YOUNG));
    }
}
