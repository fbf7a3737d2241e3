// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.util.Arrays;
import org.fumibako.store.ArrivalMark;

/** What the index knows of one word in one field. For one thread. */
public final class Candidates {
    /** Of any message it is not known. */
    public static final Candidates ANY = nothingIndexed(() -> {});

    /** Messages that had to be looked into because they are not indexed yet, before the index is told to hurry. */
    private static final int PATIENCE = 50;

    private final ArrivalMark mark;
    private final Found found;
    private final long[] unread;
    private final Runnable hurry;
    private int uncovered;

    /** Content ids, ascending; whether they have the word for certain. */
    record Found(long[] contentIds, boolean exact) {}

    /**
     * @param mark what is indexed
     * @param unread content ids, ascending, of messages that are in the index without their text
     * @param hurry is run when much turns out not to be indexed
     */
    Candidates(ArrivalMark mark, Found found, long[] unread, Runnable hurry) {
        this.mark = mark;
        this.found = found;
        this.unread = unread;
        this.hurry = hurry;
    }

    /** Nothing is known; {@code hurry} is run when that turns out to be much. */
    static Candidates nothingIndexed(Runnable hurry) {
        return new Candidates(ArrivalMark.NONE, new Found(new long[0], false), new long[0], hurry);
    }

    /** The same for one of several places that the field covers: where the word is found, it need not be in that one. */
    public Candidates elsewhereToo() {
        return new Candidates(mark, new Found(found.contentIds(), false), unread, hurry);
    }

    /** What is known of a message. */
    public enum Known {
        HAS_IT,
        LACKS_IT,
        /** One has to look. */
        NOTHING
    }

    /** What is known of the message with this content. */
    public Known of(long contentId) {
        if (!mark.covers(contentId)) {
            uncovered++;
            if (uncovered == PATIENCE) {
                hurry.run();
            }
            return Known.NOTHING;
        }
        if (Arrays.binarySearch(found.contentIds(), contentId) >= 0) {
            return found.exact() ? Known.HAS_IT : Known.NOTHING;
        }
        return Arrays.binarySearch(unread, contentId) >= 0 ? Known.NOTHING : Known.LACKS_IT;
    }
}
