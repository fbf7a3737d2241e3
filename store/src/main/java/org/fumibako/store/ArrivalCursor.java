// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.db.Database;

/** Reads a volume's contents from a mark on, again and again as more come. For one thread. */
public final class ArrivalCursor {
    private final Database database;

    /** Sealed packs that were read to their end: nothing more comes in them. */
    private final Set<Long> finished = new HashSet<>();

    private ArrivalMark mark;

    ArrivalCursor(Database database, ArrivalMark mark) {
        this.database = database;
        this.mark = mark;
    }

    /** How far it has read. */
    public ArrivalMark mark() {
        return mark;
    }

    /** What comes next, at most {@code most} contents; none when there is nothing more for now. */
    public List<Arrivals.Arrival> next(int most) {
        List<Arrivals.Arrival> next = database.read(connection -> {
            for (ArrivalRows.Pack pack : ArrivalRows.logs(connection)) {
                if (!finished.contains(pack.id())) {
                    List<Arrivals.Arrival> page = ArrivalRows.page(connection, pack.id(), mark.last(pack.id()), most);
                    if (!page.isEmpty()) {
                        return page;
                    }
                    if (pack.sealed()) {
                        finished.add(pack.id());
                    }
                }
            }
            return List.of();
        });
        if (!next.isEmpty()) {
            mark = mark.upTo(next.getLast().contentId());
        }
        return next;
    }
}
