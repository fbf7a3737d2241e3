// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;
import org.fumibako.store.pack.StoredContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages' octets: made ready for the packs on the way in, found and read on the way out. */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final Database database;
    private final Packs packs;
    private final PackRoll roll;

    Contents(Database database, Packs packs, PackRoll roll) {
        this.database = database;
        this.packs = packs;
        this.roll = roll;
    }

    List<PreparedAppend> prepare(List<Append> appends) {
        List<PreparedAppend> prepared = new ArrayList<>(appends.size());
        try {
            for (Append append : appends) {
                prepared.add(PreparedAppend.of(append, packs.prepare(append.content(), roll::nextId)));
            }
            return prepared;
        } catch (IOException | RuntimeException e) {
            discard(prepared);
            throw new StoreException("the message cannot be stored: " + e.getMessage(), e);
        }
    }

    /** Removes what was written ahead for appends of which nothing was kept. */
    void discard(List<PreparedAppend> unused) {
        for (PreparedAppend prepared : unused) {
            StoredContent content = prepared.content();
            if (content.solo()) {
                try {
                    packs.remove(new PackName(content.soloPack(), 0));
                } catch (IOException e) {
                    LOG.warn("an unused pack could not be removed", e);
                }
            }
        }
    }

    Content open(AccountId account, long contentId) {
        Location location = locate(account, contentId);
        try {
            return read(location);
        } catch (NoSuchFileException compacted) {
            // Compaction put a new generation in its place since it was looked up.
            try {
                return read(locate(account, contentId));
            } catch (NoSuchFileException missing) {
                throw new StoreException(location + ": the pack is missing", missing);
            }
        }
    }

    private Location locate(AccountId account, long contentId) {
        return database.read(connection -> ContentRows.locate(connection, account, contentId))
                .orElseThrow(() -> new StoreException("account " + account + " has no content " + contentId));
    }

    /** Reads what lies there; the pack may be gone when it was compacted meanwhile. */
    Content read(Location location) throws NoSuchFileException {
        try {
            return packs.read(location);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(location + ": " + e.getMessage(), e);
        }
    }
}
