// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.fumibako.db.Database;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackRecord;
import org.fumibako.store.pack.PackScan;
import org.fumibako.store.pack.Packs;

/**
 * Walks through one log pack and, beside it, through the contents that the index says were filed there: both in the order of
 * their ids. Every record must be sound, and every content must have its record.
 */
final class PackCheck {
    /** Contents looked up at once. */
    private static final int PAGE = 500;

    private final Database database;
    private final PackRows.Entry pack;
    private final Findings findings;
    private final Queue<FsckRows.StoredAt> waiting = new ArrayDeque<>();
    private long after;
    private final long before;

    PackCheck(Database database, PackRows.Entry pack, Findings findings) {
        this.database = database;
        this.pack = pack;
        this.findings = findings;
        this.after = AppendChange.contentId(pack.name().id(), 0) - 1;
        // What the pack being appended to gets meanwhile is not looked at.
        this.before = pack.sealed()
                ? AppendChange.contentId(pack.name().id() + 1, 0)
                : AppendChange.contentId(pack.name().id(), pack.length());
    }

    /** Tells {@link Findings} what is wrong. The pack may be replaced by its next generation meanwhile, which throws. */
    void run(Packs packs) throws IOException {
        try (PackScan scan = packs.scan(
                pack.name(),
                pack.length(),
                offset -> findings.problem(pack.name().file() + ": damaged record at " + offset))) {
            for (Optional<PackRecord> next = scan.next(); next.isPresent(); next = scan.next()) {
                if (next.get().event() instanceof LogEvent.Filed filed) {
                    meet(next.get(), filed);
                }
            }
        }
        for (Optional<FsckRows.StoredAt> stored = head(); stored.isPresent(); stored = head()) {
            withoutRecord(waiting.remove());
        }
    }

    private void meet(PackRecord record, LogEvent.Filed filed) {
        Optional<FsckRows.StoredAt> stored = head();
        while (stored.isPresent() && stored.get().contentId() < filed.contentId()) {
            withoutRecord(waiting.remove());
            stored = head();
        }
        if (stored.isPresent() && stored.get().contentId() == filed.contentId()) {
            compare(waiting.remove(), record, filed);
        }
    }

    private void compare(FsckRows.StoredAt stored, PackRecord record, LogEvent.Filed filed) {
        Location location = stored.location();
        boolean there = location.solo()
                ? location.pack().id() == filed.soloPack()
                : location.offset() == record.offset() && location.length() == record.length();
        if ((!there || location.size() != filed.size()) && unchanged(stored)) {
            findings.problem("content " + stored.contentId() + " is said to be " + location + " with " + location.size()
                    + " octets, but its record, at " + record.offset() + ", says otherwise");
        }
    }

    private void withoutRecord(FsckRows.StoredAt stored) {
        if (unchanged(stored)) {
            findings.problem("content " + stored.contentId() + " has no record in "
                    + pack.name().file());
        }
    }

    /** Whether the index says the same still: a content may go, and compaction may move one, at any time. */
    private boolean unchanged(FsckRows.StoredAt stored) {
        return database.read(connection -> FsckRows.location(connection, stored.contentId()))
                .equals(Optional.of(stored.location()));
    }

    private Optional<FsckRows.StoredAt> head() {
        if (waiting.isEmpty()) {
            waiting.addAll(database.read(connection -> FsckRows.contents(connection, after, before, PAGE)));
            after = waiting.stream()
                    .mapToLong(FsckRows.StoredAt::contentId)
                    .max()
                    .orElse(after);
        }
        return Optional.ofNullable(waiting.peek());
    }
}
