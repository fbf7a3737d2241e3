// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.fumibako.store.ArrivalMark;

/** What is written beside each commit of the index: how far it has read, and by which rules. */
final class CommitNote {
    /** Raised when texts are folded or cut otherwise: an index made by other rules is made anew. */
    private static final String RULES = "1";

    private CommitNote() {}

    static Map<String, String> of(ArrivalMark mark) {
        return Map.of("rules", RULES, "read", mark.toString());
    }

    static ArrivalMark mark(Map<String, String> note) throws IOException {
        if (!RULES.equals(note.get("rules"))) {
            throw new CorruptIndexException("made by other rules", "search index");
        }
        try {
            return ArrivalMark.parse(note.getOrDefault("read", ""));
        } catch (IllegalArgumentException unreadable) {
            throw new CorruptIndexException("how far it has read cannot be told", "search index", unreadable);
        }
    }
}
