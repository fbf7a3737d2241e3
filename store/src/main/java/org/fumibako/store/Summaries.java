// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.store.pack.DamagedRecordException;
import org.fumibako.store.pack.Location;
import org.fumibako.store.pack.Packs;
import org.fumibako.store.queue.QueuedMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads every message that a mailbox or the queue has and computes again what the index keeps of it. A message whose octets are damaged or
 * missing leaves the index.
 */
final class Summaries {
    /** Messages in one transaction. */
    private static final int PAGE = 500;

    private static final int TELL_EVERY = 10_000;

    private final Database database;
    private final Packs packs;
    private final Rebuild.Summariser summariser;
    private final Findings findings;
    private final Consumer<String> progress;

    Summaries(
            Database database,
            Packs packs,
            Rebuild.Summariser summariser,
            Findings findings,
            Consumer<String> progress) {
        this.database = database;
        this.packs = packs;
        this.summariser = summariser;
        this.findings = findings;
        this.progress = progress;
    }

    /** A message with its summary, or with none when its octets are lost. */
    private record Computed(long contentId, @Nullable MessageSummary summary) {}

    /** Returns the octets of all messages that could be read. */
    long run() throws IOException {
        long octets = 0;
        long done = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<SummaryRows.Wanted> page = database.read(connection -> SummaryRows.wanted(connection, after, PAGE));
            if (page.isEmpty()) {
                return octets;
            }
            List<Computed> computed = new ArrayList<>(page.size());
            for (SummaryRows.Wanted wanted : page) {
                MessageSummary summary = summary(wanted);
                computed.add(new Computed(wanted.contentId(), summary));
                octets += summary == null ? 0 : wanted.location().orElseThrow().size();
            }
            write(computed);
            last = page.getLast().contentId();
            done += page.size();
            if (done % TELL_EVERY < page.size() && done >= TELL_EVERY) {
                progress.accept(String.format(Locale.ROOT, "read %,d messages", done));
            }
        }
    }

    private void write(List<Computed> computed) {
        database.write(tx -> {
            for (Computed one : computed) {
                if (one.summary() == null) {
                    SummaryRows.drop(tx, one.contentId());
                } else {
                    SummaryRows.write(tx, one.contentId(), one.summary());
                }
            }
            return true;
        });
    }

    private @Nullable MessageSummary summary(SummaryRows.Wanted wanted) throws IOException {
        if (wanted.location().isEmpty()) {
            lost(wanted.contentId(), "no pack holds its octets", findings::problem);
            return null;
        }
        Location location = wanted.location().get();
        try (Content content = packs.read(location)) {
            return PreparedAppend.storable(summariser.summarise(content));
        } catch (DamagedRecordException | EOFException | NoSuchFileException damaged) {
            lost(
                    wanted.contentId(),
                    location + ": " + damaged.getMessage(),
                    sentence -> findings.damage(location.pack(), sentence));
            return null;
        }
    }

    private void lost(long contentId, String why, Consumer<String> tell) {
        for (SummaryRows.Seat seat : database.read(connection -> SummaryRows.seats(connection, contentId))) {
            tell.accept("account " + seat.account() + " lost UID " + seat.uid() + " of " + seat.mailbox() + ": " + why);
        }
        for (long queueId : database.read(connection -> SummaryRows.queued(connection, contentId))) {
            tell.accept("the queue lost message " + QueuedMessage.name(queueId) + ": " + why);
        }
    }
}
