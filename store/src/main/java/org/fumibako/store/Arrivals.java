// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.pack.DamagedRecordException;
import org.fumibako.store.pack.Location;

/**
 * A volume's contents, pack by pack in the order they came: for whoever derives something of all mail, and goes on later where
 * it left off. An account has a content from the append that made it, never from a later moment. Safe for any number of
 * threads.
 */
public final class Arrivals {
    private final Database database;
    private final Contents contents;
    private final AtomicLong committed = new AtomicLong();

    Arrivals(Database database, Contents contents) {
        this.database = database;
        this.contents = contents;
    }

    /**
     * A stored message.
     *
     * @param accounts those that have it in a mailbox now; none when all have deleted it, or when it is only on its way elsewhere
     * @param envelope as in {@link MessageRow}
     * @param structure as in {@link MessageRow}
     */
    public record Arrival(
            long contentId, List<AccountId> accounts, byte[] envelope, byte[] structure, Location location) {
        public Arrival {
            accounts = List.copyOf(accounts);
        }
    }

    /** Octets of a message that are damaged or missing, now and later. */
    public static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;

        LostException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** A number that changes when contents come; what other processes append may not change it. */
    public long committed() {
        return committed.get();
    }

    /** Committer: so many contents came, durably. */
    void came(int number) {
        committed.addAndGet(number);
    }

    /** Begins to read after {@code mark}. */
    public ArrivalCursor from(ArrivalMark mark) {
        return new ArrivalCursor(database, mark);
    }

    /** How many contents come after {@code mark}. */
    public long waiting(ArrivalMark mark) {
        return database.read(connection -> {
            long waiting = 0;
            for (ArrivalRows.Pack pack : ArrivalRows.logs(connection)) {
                waiting += ArrivalRows.count(connection, pack.id(), mark.last(pack.id()));
            }
            return waiting;
        });
    }

    /** Those of {@code contentIds}, which are ascending, that there no longer are. */
    public long[] gone(long[] contentIds) {
        if (contentIds.length == 0) {
            return contentIds;
        }
        Set<Long> there = database.read(
                connection -> ArrivalRows.present(connection, contentIds[0], contentIds[contentIds.length - 1]));
        List<Long> gone = new ArrayList<>();
        for (long id : contentIds) {
            if (!there.contains(id)) {
                gone.add(id);
            }
        }
        return gone.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * The octets of a message; close them after use.
     *
     * @throws LostException when they are damaged or missing
     */
    public Content open(Arrival arrival) throws LostException {
        try {
            return contents.read(arrival.location());
        } catch (NoSuchFileException compacted) {
            return openAnew(arrival.contentId());
        } catch (StoreException failed) {
            throw lost(failed);
        }
    }

    private Content openAnew(long contentId) throws LostException {
        Location now = database.read(connection -> ArrivalRows.locate(connection, contentId))
                .orElseThrow(() -> new LostException(new FileNotFoundException("content " + contentId + " is gone")));
        try {
            return contents.read(now);
        } catch (NoSuchFileException missing) {
            throw new LostException(missing);
        } catch (StoreException failed) {
            throw lost(failed);
        }
    }

    /** Damage is for ever; whatever else a disk says may be otherwise the next time. */
    private static LostException lost(StoreException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof DamagedRecordException || cause instanceof EOFException) {
            return new LostException(cause);
        }
        throw failed;
    }
}
