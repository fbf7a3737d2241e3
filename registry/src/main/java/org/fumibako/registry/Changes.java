// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.db.Database;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;

/** Makes changes: in one transaction, told to the journal, and at once seen by what this process keeps in memory. */
final class Changes {
    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();

    Changes(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a change came to, and the sentence for the journal. */
    record Done<T>(T result, Optional<AccountId> account, String what) {
        static <T> Done<T> of(T result, String what) {
            return new Done<>(result, Optional.empty(), what);
        }

        static Done<Account> of(Account account, String what) {
            return new Done<>(account, Optional.of(account.id()), what);
        }
    }

    <T> T make(Origin by, Database.Work<Done<T>> change) {
        Done<T> done = database.write(change);
        generation.incrementAndGet();
        journal.record(new JournalEvent.Entry(done.account(), by, new JournalEvent.SettingChanged(done.what())));
        return done.result();
    }

    /** Writes what is no setting: counters. */
    <T> T write(Database.Work<T> work) {
        return database.write(work);
    }

    <T> T read(Database.Work<T> work) {
        return database.read(work);
    }

    /** Rises with every change of this process. */
    long generation() {
        return generation.get();
    }

    long now() {
        return clock.millis();
    }
}
