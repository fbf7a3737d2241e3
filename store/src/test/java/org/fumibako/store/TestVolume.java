// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;

/** A volume on a database made for one test, which can be closed and opened again. */
final class TestVolume implements AutoCloseable {
    static final AccountId TARO = new AccountId(7);
    static final AccountId HANAKO = new AccountId(8);
    static final ByteSize ROOMY = new Quota(2000).size();

    /** Begins now: files' own times are compared with it. */
    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    final Path packs;
    private TestDatabase made;
    private final PackDisk disk;
    private final long rollAt;
    private Database database;
    private Journal journal;
    private Volume volume;
    private boolean open;

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
            volume = Volume.open(new Volume.Parts(database, packs, journal, clock, Mail::read), disk, rollAt);
            open = true;
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
            Volume.renew(new Volume.Parts(closed, packs, own, clock, Mail::read));
        }
        open();
    }

    /** Idempotent. */
    void shut() {
        if (open) {
            open = false;
            volume.close();
            journal.close();
            database.close();
        }
    }

    /** Something that is done to the files of a closed volume. */
    interface Deed {
        void run() throws IOException;
    }

    /** Closes the volume and does something to its files; {@link #rebuildInto} or {@link #reopen} opens it. */
    void shutAnd(Deed deed) throws IOException {
        shut();
        deed.run();
    }

    /** Closes the volume, makes its index anew from its packs, in {@code fresh}, and opens it on that. */
    Rebuild.Report rebuildInto(TestDatabase fresh) {
        shut();
        made.close();
        made = fresh;
        Rebuild.Report report;
        try (Database empty = fresh.open()) {
            report = rebuild(empty);
        }
        open();
        return report;
    }

    Rebuild.Report rebuild(Database empty) {
        return new Rebuild(new Rebuild.Parts(empty, packs, Mail::read, clock, words -> {})).run();
    }

    /** Turns the bits of one octet of a pack. */
    void flip(PackName pack, long offset) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(packs.resolve(pack.file()).toFile(), "rw")) {
            file.seek(offset);
            int octet = file.read();
            file.seek(offset);
            file.write(octet ^ 0xff);
        }
    }

    void truncate(PackName pack, long length) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(packs.resolve(pack.file()).toFile(), "rw")) {
            file.setLength(length);
        }
    }

    /** Does to the index what no store would. */
    void sql(String statement) {
        database.write(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                return prepared.executeUpdate();
            }
        });
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
