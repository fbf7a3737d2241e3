// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.store.pack.PackName;

/**
 * What {@link Fsck} and {@link Rebuild} have to tell, a sentence each. A problem costs somebody a message or a right answer; a
 * remark is worth knowing and costs nobody anything. The same sentence is kept once. For one thread.
 */
final class Findings {
    /** Sentences of each sort that are kept: a person reads them, and a volume that lost a pack has millions. */
    static final int MAX = 1000;

    private final Sentences problems = new Sentences();
    private final Sentences remarks = new Sentences();
    private final Set<PackName> damaged = new TreeSet<>();

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** A problem with one pack, of which not everything could be read. */
    void damage(PackName pack, String sentence) {
        damaged.add(pack);
        problem(sentence);
    }

    /** The packs of which not everything could be read. */
    Set<PackName> damaged() {
        return damaged;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    boolean clean() {
        return problems.kept.isEmpty();
    }

    /** The problems; the last sentence says how many more there are than {@link #MAX}. */
    List<String> problems() {
        return problems.list();
    }

    /** The remarks, likewise. */
    List<String> remarks() {
        return remarks.list();
    }

    private static final class Sentences {
        private final Set<String> kept = new LinkedHashSet<>();
        private long more;

        void add(String sentence) {
            if (kept.size() < MAX) {
                kept.add(sentence);
            } else if (!kept.contains(sentence)) {
                more++;
            }
        }

        List<String> list() {
            List<String> all = new ArrayList<>(kept);
            if (more > 0) {
                all.add("and " + more + " more");
            }
            return List.copyOf(all);
        }
    }
}
