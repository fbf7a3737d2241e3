// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.db.Database;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;

/**
 * Makes changes: in one transaction, told to the journal, and at once seen by what this process keeps in memory. For this
 * module's packages only. Safe for any number of threads.
 */
public final class Changes {
    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    Changes(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a change came to, and the sentence for the journal. */
    public record Done<T>(T result, Optional<AccountId> account, String what) {
        /** About no account. */
        public static <T> Done<T> of(T result, String what) {
            return new Done<>(result, Optional.empty(), what);
        }

        /** About an account that is also the result. */
        public static Done<Account> of(Account account, String what) {
            return new Done<>(account, Optional.of(account.id()), what);
        }
    }

    /** Makes a change that is told to the journal and to those who watch. */
    public <T> T make(Origin by, Database.Work<Done<T>> change) {
        Done<T> done = database.write(change);
        generation.incrementAndGet();
        journal.record(new JournalEvent.Entry(done.account(), by, new JournalEvent.SettingChanged(done.what())));
        watchers.forEach(Runnable::run);
        return done.result();
    }

    /** Writes what is no setting: counters. */
    public <T> T write(Database.Work<T> work) {
        return database.write(work);
    }

    /** What this process remembers is asked for again. */
    void forget() {
        generation.incrementAndGet();
    }

    /** Reads. */
    public <T> T read(Database.Work<T> work) {
        return database.read(work);
    }

    /** Has {@code watcher} run after every change of this process, by the thread that made it, so it must not block or fail. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Rises with every change of this process. */
    long generation() {
        return generation.get();
    }

    /** Milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }
}
