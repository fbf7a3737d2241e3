// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.Packs;

/**
 * Compares a volume's index with itself and with its packs, and reads every stored message from beginning to end. Changes
 * nothing, and may run while the volume is in use: what looks wrong is looked up again before it is reported.
 */
public final class Fsck {
    /** Rows of one contradiction that are told one by one; where there are more, they have one cause. */
    private static final int TOLD = 100;

    /** Contents looked up at once. */
    private static final int PAGE = 500;

    private static final int TELL_EVERY = 10_000;

    private final Database database;
    private final Path directory;
    private final Consumer<String> progress;
    private final Findings findings = new Findings();

    /**
     * @param database opened with {@link Volume#MIGRATIONS}
     * @param packs directory of the packs
     * @param progress is told a few words now and then
     */
    public Fsck(Database database, Path packs, Consumer<String> progress) {
        this.database = database;
        this.directory = packs;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param messages in all mailboxes together
     * @param contents stored messages, each counted once however many mailboxes it is in
     * @param octets of the contents that could be read
     * @param problems a sentence each; empty when all is well
     * @param remarks a sentence for each thing that is odd and costs nobody a message
     */
    public record Report(
            List<AccountId> accounts,
            long mailboxes,
            long messages,
            long contents,
            long octets,
            List<String> problems,
            List<String> remarks) {}

    /**
     * Runs once.
     *
     * @throws StoreException when the index or the directory cannot be read at all
     */
    public Report run() {
        try (Packs packs = new Packs(directory, PackDisk.FILES)) {
            progress.accept("comparing the index with itself");
            IndexCheck.ALL.forEach(this::check);
            FsckRows.Totals totals = database.read(FsckRows::totals);
            Set<PackName> missing = packs(packs);
            long octets = contents(packs, missing, totals.contents());
            return new Report(
                    database.read(AccountRows::live),
                    totals.mailboxes(),
                    totals.messages(),
                    totals.contents(),
                    octets,
                    findings.problems(),
                    findings.remarks());
        } catch (IOException e) {
            throw new StoreException("the packs cannot be read: " + e.getMessage(), e);
        }
    }

    private void check(IndexCheck check) {
        List<String> sentences = database.read(connection -> FsckRows.contradictions(connection, check, TOLD));
        sentences.stream().limit(TOLD).forEach(findings::problem);
        if (sentences.size() > TOLD) {
            findings.problem("and more of the last sort");
        }
    }

    /** Compares the index with each file; answers the packs that are missing. */
    private Set<PackName> packs(Packs packs) throws IOException {
        Set<PackName> files = new HashSet<>(packs.list());
        Set<PackName> missing = new HashSet<>();
        for (PackRows.Entry pack : database.read(PackRows::all)) {
            files.remove(pack.name());
            long length = packs.length(pack.name()).orElse(-1L);
            if (length >= pack.length() && !pack.solo()) {
                progress.accept("reading the records of " + pack.name().file());
                records(packs, pack);
            } else if (length < pack.length() && current(pack)) {
                tooShort(pack, length);
                if (length < 0) {
                    missing.add(pack.name());
                }
            }
        }
        // A pack made since the list was read is in the index by now.
        database.read(PackRows::all).forEach(pack -> files.remove(pack.name()));
        files.stream().sorted().forEach(name -> findings.remark(name.file() + " is not in the index"));
        return missing;
    }

    private void records(Packs packs, PackRows.Entry pack) throws IOException {
        try {
            new PackCheck(database, pack, findings).run(packs);
        } catch (NoSuchFileException replaced) {
            if (current(pack)) {
                throw replaced;
            }
        }
    }

    private void tooShort(PackRows.Entry pack, long length) {
        long contents = database.read(
                connection -> FsckRows.contentsIn(connection, pack.name().id()));
        String file = pack.name().file();
        findings.problem(
                length < 0
                        ? file + " is missing, with " + contents + " stored messages"
                        : file + " has " + length + " octets of " + pack.length() + " that were committed");
    }

    /** Whether the index still has this generation of the pack. */
    private boolean current(PackRows.Entry pack) {
        return database.read(PackRows::all).stream().anyMatch(now -> now.name().equals(pack.name()));
    }

    private long contents(Packs packs, Set<PackName> missing, long total) throws IOException {
        long octets = 0;
        long done = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<FsckRows.StoredAt> page =
                    database.read(connection -> FsckRows.contents(connection, after, Long.MAX_VALUE, PAGE));
            if (page.isEmpty()) {
                return octets;
            }
            for (FsckRows.StoredAt stored : page) {
                octets += missing.contains(stored.location().pack()) ? 0 : read(packs, stored);
            }
            last = page.getLast().contentId();
            done += page.size();
            if (done % TELL_EVERY < page.size() && done >= TELL_EVERY) {
                progress.accept(String.format(Locale.ROOT, "read %,d of %,d stored messages", done, total));
            }
        }
    }

    private long read(Packs packs, FsckRows.StoredAt stored) {
        Location location = stored.location();
        while (true) {
            try {
                return read(packs, location);
            } catch (IOException damaged) {
                Optional<Location> now = database.read(connection -> FsckRows.location(connection, stored.contentId()));
                if (now.isEmpty()) {
                    return 0;
                }
                if (now.get().equals(location)) {
                    findings.problem("content " + stored.contentId() + ", " + location + ": " + damaged.getMessage()
                            + seats(stored.contentId()));
                    return 0;
                }
                location = now.get();
            }
        }
    }

    private static long read(Packs packs, Location location) throws IOException {
        try (Content content = packs.read(location);
                InputStream in = content.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Who has the message, for the first few. */
    private String seats(long contentId) {
        List<String> words = new ArrayList<>();
        for (SummaryRows.Seat seat : database.read(connection -> SummaryRows.seats(connection, contentId))) {
            words.add("account " + seat.account() + " " + seat.mailbox() + " UID " + seat.uid());
        }
        int shown = Math.min(words.size(), 5);
        return words.isEmpty()
                ? ""
                : " (" + String.join(", ", words.subList(0, shown)) + (shown < words.size() ? ", ..." : "") + ")";
    }
}
