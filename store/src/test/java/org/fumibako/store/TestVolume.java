// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.PackDisk;

/** A volume on a database made for one test, which can be closed and opened again. */
final class TestVolume implements AutoCloseable {
    static final AccountId TARO = new AccountId(7);
    static final AccountId HANAKO = new AccountId(8);
    static final ByteSize ROOMY = new Quota(2000).size();

    final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
    final Path packs;
    private final TestDatabase made;
    private final PackDisk disk;
    private final long rollAt;
    private Database database;
    private Journal journal;
    private Volume volume;

    TestVolume(TestDatabase made, Path packs) {
        this(made, packs, PackDisk.FILES, 64 << 10);
    }

    TestVolume(TestDatabase made, Path packs, PackDisk disk, long rollAt) {
        this.made = made;
        this.packs = packs;
        this.disk = disk;
        this.rollAt = rollAt;
        open();
    }

    private void open() {
        database = made.open();
        try {
            journal = new Journal(database, clock);
            volume = Volume.open(new Volume.Parts(database, packs, journal, clock), disk, rollAt);
        } catch (RuntimeException e) {
            journal.close();
            database.close();
            throw e;
        }
    }

    Volume store() {
        return volume;
    }

    Database database() {
        return database;
    }

    Journal journal() {
        return journal;
    }

    void reopen() {
        shut();
        open();
    }

    /** Does what is done to a volume that was put back to an earlier state, and opens it. */
    void renew() {
        shut();
        try (Database closed = made.open();
                Journal own = new Journal(closed, clock)) {
            Volume.renew(new Volume.Parts(closed, packs, own, clock));
        }
        open();
    }

    void shut() {
        volume.close();
        journal.close();
        database.close();
    }

    Mailbox mailbox(AccountId account, SpecialUse use) {
        return volume.mailbox(account, use);
    }

    /** Files one message and answers what became of it. */
    Append.Outcome.Filed file(AccountId account, SpecialUse use, String text, String... flags) {
        return (Append.Outcome.Filed) file(filing(account, use, ROOMY, flags), Mail.of(text));
    }

    Append.Outcome file(Append.Filing filing, Content content) {
        return volume.append(List.of(Mail.append(content, filing)), false)
                .getFirst()
                .getFirst();
    }

    Append.Filing filing(AccountId account, SpecialUse use, ByteSize limit, String... flags) {
        return new Append.Filing(
                account,
                mailbox(account, use).id(),
                Flags.of(flags),
                clock.instant().minusSeconds(60),
                limit,
                Optional.empty());
    }

    MailboxSnapshot snapshot(AccountId account, SpecialUse use) throws MailboxException {
        return volume.snapshot(account, mailbox(account, use).id());
    }

    static UidSet uids(long... uids) {
        return UidSet.of(uids);
    }

    @Override
    public void close() {
        shut();
        made.close();
    }
}
