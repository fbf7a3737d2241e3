// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.pack.ContentForm;
import org.fumibako.store.pack.KeptAside;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackDisk;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRecord;
import org.fumibako.store.pack.PackScan;
import org.fumibako.store.pack.Packs;

/**
 * Makes a volume's index from its packs alone, in an empty database; the packs are only read, and what cannot be read of
 * them is kept beside them ({@link KeptAside}). Nobody else may use them meanwhile.
 *
 * <p>The log packs are replayed record by record, then every message that a mailbox has is read and summarised as on arrival.
 * A record cut short at the end of the last log pack is what a crash leaves of a change that was never acknowledged. Whatever
 * else cannot be read is a problem, and the rest is kept. In both cases UIDs and mod-sequences go on after a gap, because what
 * cannot be read may have given out more of them than is known.
 */
public final class Rebuild {
    /** Records replayed in one transaction. */
    private static final int BATCH = 2000;

    private final Parts parts;
    private final Findings findings = new Findings();
    private final ReplayCounters counters = new ReplayCounters();
    private final Map<Long, Long> storedOctets = new HashMap<>();
    private boolean torn;
    private boolean gap;

    /**
     * What a rebuild works with.
     *
     * @param database opened with {@link Volume#MIGRATIONS}, and nothing in its index yet
     * @param packs directory of the packs
     * @param progress is told a few words now and then
     */
    public record Parts(Database database, Path packs, Summariser summariser, Clock clock, Consumer<String> progress) {}

    /** Computes what the index keeps of a message, as whoever appends does. */
    public interface Summariser {
        MessageSummary summarise(Content content) throws IOException;
    }

    /**
     * What was made.
     *
     * @param messages in all mailboxes together
     * @param octets of the messages as stored, each counted once
     * @param problems a sentence for each thing that is damaged or missing; empty when nothing was lost
     * @param remarks a sentence for each thing that is odd and costs nobody a message
     */
    public record Report(
            List<AccountId> accounts,
            long mailboxes,
            long messages,
            long octets,
            List<String> problems,
            List<String> remarks) {}

    public Rebuild(Parts parts) {
        this.parts = parts;
    }

    /**
     * Runs once.
     *
     * @throws StoreException when the packs cannot be read at all, hold no log, or the index cannot be written
     */
    public Report run() {
        if (!parts.database().read(RebuildRows::isEmpty)) {
            throw new StoreException("an index is rebuilt in an empty database only");
        }
        try (Packs packs = new Packs(parts.packs(), PackDisk.FILES)) {
            PackSurvey survey = PackSurvey.of(packs);
            KeptAside aside = new KeptAside(packs);
            // What an earlier rebuild could not read has to leave the same gap again.
            gap = aside.begun();
            if (survey.logs().isEmpty()) {
                throw new StoreException("no log pack in " + parts.packs() + " can be read");
            }
            counters.packSeen(survey.lastId());
            for (PackName name : packs.list()) {
                counters.packSeen(name.id());
            }
            unreadable(survey);
            replay(packs, survey);
            missing();
            Summaries summaries =
                    new Summaries(parts.database(), packs, parts.summariser(), findings, parts.progress());
            long octets = summaries.run();
            finish();
            keepAside(aside, survey);
            return report(octets);
        } catch (IOException e) {
            throw new StoreException("the packs cannot be read: " + e.getMessage(), e);
        }
    }

    private void unreadable(PackSurvey survey) {
        for (PackName name : survey.unfinished()) {
            findings.remark(name.file() + " was not written to its end before a crash");
        }
        for (PackName name : survey.unreadable()) {
            if (name.id() == survey.lastId()) {
                torn = true;
                findings.remark(name.file() + " holds nothing that was acknowledged");
            } else {
                findings.damage(name, name.file() + " holds no record that can be read");
            }
        }
    }

    /**
     * The id of a message of its own file that was refused at its end is never seen again, so an id without a file proves
     * nothing; but nobody else could tell that a log pack is gone, and what it gave out must not be given out again.
     */
    private void missing() {
        for (ReplayCounters.PackRange range : counters.packsNotSeen()) {
            gap = true;
            findings.remark("there is no " + range
                    + ": unless a message was refused while it was being written there, it was lost with what it held");
        }
    }

    private void replay(Packs packs, PackSurvey survey) throws IOException {
        long now = parts.clock().millis();
        Replay replay = new Replay(counters, solos(packs, survey), findings, now);
        for (int i = 0; i < survey.logs().size(); i++) {
            PackName name = survey.logs().get(i);
            boolean last = i == survey.logs().size() - 1;
            parts.progress()
                    .accept("replaying " + name.file() + ", " + (i + 1) + " of "
                            + survey.logs().size());
            long length = replay(packs, name, last, replay);
            parts.database().write(tx -> {
                // Nothing is appended to it: ids of contents are offsets, and may have been given out beyond its end.
                PackRows.insert(tx, new PackRows.Entry(name, false, true, length, 0));
                return true;
            });
        }
    }

    /** Enters the solo packs into the index, and answers their lengths by id. */
    private Map<Long, Long> solos(Packs packs, PackSurvey survey) throws IOException {
        Map<Long, Long> lengths = new HashMap<>();
        for (PackName name : survey.solos().values()) {
            lengths.put(name.id(), packs.length(name).orElse(0L));
        }
        parts.database().write(tx -> {
            for (PackName name : survey.solos().values()) {
                PackRows.insert(tx, new PackRows.Entry(name, true, true, lengths.getOrDefault(name.id(), 0L), 0));
            }
            return true;
        });
        return lengths;
    }

    /** Replays one log pack and answers how much of it the index is to call committed. */
    private long replay(Packs packs, PackName name, boolean last, Replay replay) throws IOException {
        long length = packs.length(name).orElse(0L);
        List<Long> damaged = new ArrayList<>();
        long end = 0;
        try (PackScan scan = packs.scan(name, length, damaged::add)) {
            List<PackRecord> batch = new ArrayList<>(BATCH);
            for (Optional<PackRecord> next = scan.next(); next.isPresent(); next = scan.next()) {
                PackRecord record = next.get();
                end = record.offset() + record.length();
                if (belongs(name, record)) {
                    batch.add(record);
                } else {
                    damaged.add(record.offset());
                }
                if (batch.size() == BATCH) {
                    apply(replay, name, batch);
                }
            }
            apply(replay, name, batch);
        }
        if (last && !damaged.isEmpty() && damaged.getLast() == end) {
            damaged.removeLast();
            torn = true;
            findings.remark(name.file() + ": the last " + (length - end)
                    + " octets are of a change that was never acknowledged; "
                    + new KeptAside(packs).keepEnd(name, end) + " keeps them");
        }
        damaged.forEach(offset -> findings.damage(name, name.file() + ": damaged record at " + offset));
        return last ? end : length;
    }

    /** Octets of a message can look like a record; the id of a real one tells where it was written. */
    private static boolean belongs(PackName name, PackRecord record) {
        return switch (record.event()) {
            case LogEvent.Filed filed -> wasWrittenHere(name, record, filed.contentId());
            case LogEvent.Queued queued -> wasWrittenHere(name, record, queued.queueId());
            case LogEvent.Blob blob -> false;
            default -> true;
        };
    }

    private static boolean wasWrittenHere(PackName name, PackRecord record, long id) {
        return name.generation() == 0
                ? id == AppendChange.contentId(name.id(), record.offset())
                : AppendChange.pack(id) == name.id();
    }

    private void apply(Replay replay, PackName name, List<PackRecord> batch) {
        parts.database().write(tx -> {
            for (PackRecord record : batch) {
                replay.apply(tx, name, record);
            }
            return true;
        });
        for (PackRecord record : batch) {
            if (record.form() != ContentForm.NONE) {
                storedOctets.merge(name.id(), record.length(), Long::sum);
            }
        }
        batch.clear();
    }

    private void finish() {
        parts.progress().accept("counting");
        RebuildRepair repair =
                new RebuildRepair(counters, findings, parts.clock().millis());
        parts.database().write(tx -> {
            repair.house(tx);
            counters.write(tx, gap || torn || !findings.clean() ? ReplayCounters.GAP : 0);
            DepartedRows.forgetAll(tx);
            RebuildRepair.count(tx, storedOctets);
            return true;
        });
    }

    /**
     * Where something was lost, what the index does not name may be what is left of it, and compaction drops octets that no
     * message refers to.
     */
    private void keepAside(KeptAside aside, PackSurvey survey) throws IOException {
        Set<PackName> kept = new TreeSet<>(findings.damaged());
        if (torn || !findings.clean()) {
            kept.addAll(survey.unreadable());
            kept.addAll(survey.unfinished());
            kept.addAll(survey.others());
            kept.addAll(survey.solos().values());
            parts.database().read(PackRows::all).stream()
                    .map(PackRows.Entry::name)
                    .filter(name -> !findings.damaged().contains(name))
                    .forEach(kept::remove);
        }
        for (PackName name : kept) {
            findings.remark(aside.keep(name) + " keeps " + name.file() + " as it is now; nothing removes it");
        }
    }

    private Report report(long octets) {
        return parts.database().read(connection -> {
            RebuildRepair.Totals totals = RebuildRepair.totals(connection);
            return new Report(
                    AccountRows.live(connection),
                    totals.mailboxes(),
                    totals.messages(),
                    octets,
                    findings.problems(),
                    findings.remarks());
        });
    }
}
