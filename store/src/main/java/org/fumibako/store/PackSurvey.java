// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fumibako.store.pack.KeptAside;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.pack.PackName;
import org.fumibako.store.pack.PackRecord;
import org.fumibako.store.pack.PackScan;
import org.fumibako.store.pack.Packs;

/**
 * A directory of packs sorted out without an index.
 *
 * @param logs log packs, in the order of their records; of several generations the one to be read
 * @param solos solo packs by id
 * @param unreadable files that begin with something, but in which no record is whole
 * @param others generations that are not to be read
 * @param unfinished files whose beginning, which is written last, was not written
 * @param lastId the highest id of any file
 */
record PackSurvey(
        List<PackName> logs,
        Map<Long, PackName> solos,
        List<PackName> unreadable,
        List<PackName> others,
        List<PackName> unfinished,
        long lastId) {
    static PackSurvey of(Packs packs) throws IOException {
        Map<Long, List<PackName>> byId = new TreeMap<>();
        for (PackName name : packs.list()) {
            byId.computeIfAbsent(name.id(), id -> new ArrayList<>()).add(name);
        }
        PackSurvey survey = new PackSurvey(
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                Math.max(last(byId), new KeptAside(packs).lastId()));
        for (List<PackName> generations : byId.values()) {
            PackName wholest = wholest(packs, generations);
            survey.sort(packs, wholest);
            generations.stream().filter(name -> !name.equals(wholest)).forEach(survey.others()::add);
        }
        return survey;
    }

    private static long last(Map<Long, List<PackName>> byId) {
        return byId.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private void sort(Packs packs, PackName name) throws IOException {
        Optional<PackRecord> first = first(packs, name);
        if (first.isPresent() && first.get().event() instanceof LogEvent.Blob) {
            solos.put(name.id(), name);
        } else if (first.isPresent() || packs.length(name).orElse(0L) == 0) {
            logs.add(name);
        } else if (packs.isUnfinished(name)) {
            unfinished.add(name);
        } else {
            unreadable.add(name);
        }
    }

    private static Optional<PackRecord> first(Packs packs, PackName name) throws IOException {
        try (PackScan scan = packs.scan(name, packs.length(name).orElse(0L), offset -> {})) {
            return scan.next();
        }
    }

    /** A crash may leave a generation that is not whole beside the one before; every generation has the same records. */
    private static PackName wholest(Packs packs, List<PackName> generations) throws IOException {
        PackName best = generations.getFirst();
        if (generations.size() == 1) {
            return best;
        }
        long most = -1;
        for (PackName name : generations) {
            long records = records(packs, name);
            if (records >= most) {
                most = records;
                best = name;
            }
        }
        return best;
    }

    /** Without the ends of groups, which only the first generation has. */
    private static long records(Packs packs, PackName name) throws IOException {
        long count = 0;
        try (PackScan scan = packs.scan(name, packs.length(name).orElse(0L), offset -> {})) {
            for (Optional<PackRecord> next = scan.next(); next.isPresent(); next = scan.next()) {
                count += next.get().event() instanceof LogEvent.GroupEnd ? 0 : 1;
            }
        }
        return count;
    }
}
