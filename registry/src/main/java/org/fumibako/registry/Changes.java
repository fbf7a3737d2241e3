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
import org.fumibako.registry.history.ChangeNote;
import org.fumibako.registry.history.ChangeTable;
import org.fumibako.registry.history.MadeChanges;

/**
 * Makes changes: in one transaction, told to the journal and the history, and at once seen by what this process keeps in memory.
 * For this module's packages only. Safe for any number of threads.
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

    /** What a change came to, the sentence for the journal, and what the history keeps. */
    public record Done<T>(T result, Optional<AccountId> account, String what, Optional<ChangeNote> note) {
        /** That the history says nothing of. */
        public Done(T result, Optional<AccountId> account, String what) {
            this(result, account, what, Optional.empty());
        }

        /** About no account. */
        public static <T> Done<T> of(T result, String what) {
            return new Done<>(result, Optional.empty(), what);
        }

        /** About an account that is also the result. */
        public static Done<Account> of(Account account, String what) {
            return new Done<>(account, Optional.of(account.id()), what);
        }

        /** With a row of the history. */
        public Done<T> noted(ChangeNote made) {
            return new Done<>(result, account, what, Optional.of(made));
        }
    }

    private record Written<T>(Done<T> done, long change) {}

    /** Makes a change that is told to the journal and to those who watch. */
    public <T> T make(Origin by, Database.Work<Done<T>> change) {
        long bundle = MadeChanges.bundle();
        Written<T> written = database.write(connection -> {
            Done<T> done = change.run(connection);
            long id = done.note().isEmpty()
                    ? 0
                    : ChangeTable.add(connection, done.note().get(), bundle, actor(by), now());
            return new Written<>(done, id);
        });
        MadeChanges.made(written.change());
        Done<T> done = written.done();
        generation.incrementAndGet();
        journal.record(
                new JournalEvent.Entry(done.account(), by, new JournalEvent.SettingChanged(done.what(), by.actor())));
        watchers.forEach(Runnable::run);
        return done.result();
    }

    private static String actor(Origin by) {
        return by.actor().isEmpty()
                ? by.login().map(login -> "account " + login).orElse("")
                : by.actor();
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
