// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.HashMap;
import java.util.Map;

/** ORDEREDSUBJECT (RFC 5256 §3): messages with the same base subject, all below the earliest. */
final class SubjectThreads {
    private SubjectThreads() {}

    static Threads of(Traits traits) {
        int[] order = traits.bySentDate();
        int[] parent = new int[order.length];
        Map<Long, Integer> firsts = new HashMap<>();
        for (int place : order) {
            Integer first = firsts.putIfAbsent(traits.subject(place), place);
            parent[place] = first == null ? Threads.NONE : first;
        }
        return new Threads(parent, order.length, order);
    }
}
