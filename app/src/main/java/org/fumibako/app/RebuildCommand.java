// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.app.admin.AdminCommands;
import org.fumibako.app.admin.RosterCheck;
import org.fumibako.app.control.Terminal;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalCopy;
import org.fumibako.journal.JournalEvent;
import org.fumibako.mime.MessageSummary;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.search.SearchIndex;
import org.fumibako.store.Rebuild;
import org.fumibako.store.StoreException;
import org.fumibako.store.Volume;

/**
 * {@code admin rebuild}: makes the index of a stopped server anew from its packs, beside the old one, and puts it in its place
 * when it is whole. The journal, which packs do not have, is taken over from the old index if that can be read.
 */
final class RebuildCommand {
    private final DataDirectory directory;
    private final Clock clock;
    private final PrintWriter out;
    private final IndexFiles files;

    private RebuildCommand(DataDirectory directory, Clock clock, PrintWriter out) {
        this.directory = directory;
        this.clock = clock;
        this.out = out;
        this.files = new IndexFiles(directory.index());
    }

    /**
     * Answers the exit status: 0, or 1 when something could not be read from the packs.
     *
     * @throws StartException when the server runs, or there is nothing to rebuild from; nothing was changed then
     */
    static int run(Path data, Clock clock, Terminal terminal) {
        if (!Files.isDirectory(data.resolve("volume").resolve("packs"))) {
            throw new StartException(data + " has no packs; there is nothing to rebuild from.");
        }
        try (DataDirectory directory = DataDirectory.open(data)) {
            return new RebuildCommand(directory, clock, terminal.out()).run();
        } catch (StoreException | DatabaseException | IOException failed) {
            throw new StartException("Nothing was rebuilt: " + failed.getMessage() + ".", failed);
        }
    }

    private int run() throws IOException {
        Rebuild.Report report;
        try (Database index = SqliteDatabase.open(files.successor(), Volume.MIGRATIONS)) {
            report = new Rebuild(new Rebuild.Parts(index, directory.packs(), MessageSummary::of, clock, this::tell))
                    .run();
            takeOverJournal(index);
            try (Journal journal = new Journal(index, clock)) {
                journal.record(note(report));
                compareWithRegistry(index, journal, report);
            }
        }
        // It goes by contents that the old index had, and is made anew by itself.
        SearchIndex.remove(directory.search());
        boolean hadOne = Files.exists(files.index());
        Path kept = files.replace(LocalDateTime.now(clock));
        print(report, hadOne ? Optional.of(kept) : Optional.empty());
        return report.problems().isEmpty() ? 0 : 1;
    }

    private void takeOverJournal(Database index) {
        if (!Files.exists(files.index())) {
            out.println("remark: there was no index, so the journal begins anew");
            return;
        }
        tell("taking over the journal");
        try (Database old = SqliteDatabase.open(files.index(), Volume.MIGRATIONS)) {
            JournalCopy.copy(old, index);
        } catch (RuntimeException unreadable) {
            // Whatever a damaged file makes SQLite or the migrations say, the mail matters more than the evidence.
            out.println("problem: the journal of the old index cannot be read whole: " + unreadable.getMessage());
        }
    }

    private static JournalEvent.Entry note(Rebuild.Report report) {
        String what = String.format(
                Locale.ROOT,
                "the index was rebuilt from the packs: %d accounts, %d messages, %d problems",
                report.accounts().size(),
                report.messages(),
                report.problems().size());
        return new JournalEvent.Entry(Optional.empty(), AdminCommands.OPERATOR, new JournalEvent.SettingChanged(what));
    }

    /** An account that only the registry knows gets empty mailboxes, so that it can be used. */
    private void compareWithRegistry(Database index, Journal journal, Rebuild.Report report) {
        try (Database database = SqliteDatabase.open(directory.registry(), Schemas.REGISTRY);
                Registry registry = new Registry(database, journal, clock, new SecureRandom())) {
            RosterCheck roster = new RosterCheck(registry.accounts().list(), report.accounts());
            roster.sentences().forEach(sentence -> out.println("registry: " + sentence));
            List<Account> bare = roster.withoutMailboxes();
            if (!bare.isEmpty()) {
                try (Volume volume = Volume.open(new Volume.Parts(index, directory.packs(), journal, clock))) {
                    bare.forEach(account -> volume.createAccount(account.id()));
                }
                out.println("registry: accounts without mailboxes got new, empty ones");
            }
        }
    }

    private void print(Rebuild.Report report, Optional<Path> kept) {
        report.problems().forEach(problem -> out.println("problem: " + problem));
        report.remarks().forEach(remark -> out.println("remark: " + remark));
        out.printf(
                Locale.ROOT,
                "Rebuilt the index of %s: %,d accounts, %,d mailboxes, %,d messages, %,d octets stored.%n",
                directory.root(),
                report.accounts().size(),
                report.mailboxes(),
                report.messages(),
                report.octets());
        kept.ifPresent(
                old -> out.println("The old index is kept as " + old + "; remove it when you no longer need it."));
    }

    private void tell(String words) {
        out.println(words + " ...");
        out.flush();
    }
}
