// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalQuery.About;
import org.fumibako.journal.JournalRow;

/** What the journal says of one address, read once for all checks of an examination. Safe for any number of threads. */
public final class History {
    /** Rows that are read, the newest: weeks of a busy account. */
    static final int MAX_ROWS = JournalQuery.MAX_LIMIT;

    private final Supplier<List<JournalRow>> source;
    private final Instant since;
    private Optional<List<JournalRow>> rows = Optional.empty();

    /** @param abouts whose rows are read, as one history */
    History(Journal journal, List<About> abouts, Instant since) {
        this(
                () -> abouts.stream()
                        .flatMap(about ->
                                journal.read(new JournalQuery(Optional.of(about), since, true, MAX_ROWS)).stream())
                        .sorted(Comparator.comparingLong(JournalRow::id).reversed())
                        .limit(MAX_ROWS)
                        .toList(),
                since);
    }

    /** @param source the newest first, at most {@link #MAX_ROWS}; asked once */
    public History(Supplier<List<JournalRow>> source, Instant since) {
        this.source = source;
        this.since = since;
    }

    /** An event and the row that it came in. */
    public record Happening<E extends JournalEvent>(JournalRow row, E event) {
        public Instant at() {
            return row.at();
        }
    }

    /** The newest first. */
    public synchronized List<JournalRow> rows() {
        if (rows.isEmpty()) {
            rows = Optional.of(List.copyOf(source.get()));
        }
        return rows.get();
    }

    /** Events of one kind, the newest first. */
    public <E extends JournalEvent> List<Happening<E>> of(Class<E> kind) {
        return rows().stream()
                .filter(row -> kind.isInstance(row.event()))
                .map(row -> new Happening<>(row, kind.cast(row.event())))
                .toList();
    }

    /** Since when the rows tell everything: later than asked for where there are too many. */
    public Instant since() {
        List<JournalRow> all = rows();
        return all.size() < MAX_ROWS ? since : all.getLast().at();
    }
}
