// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.UidSet;

/**
 * Messages that follow each other in a mailbox, as ranges of UIDs. A range may span UIDs that are not there (any more), so
 * one statement can change the whole run; {@link UidSet} has only the UIDs themselves.
 */
final class UidRuns {
    private UidRuns() {}

    /**
     * Runs of the messages that something is done to.
     *
     * @param asked the UIDs that were read
     * @param read all messages that the mailbox has among {@code asked}, in UID order
     * @param chosen some of {@code read}, in the same order
     */
    static List<UidSet.Range> of(UidSet asked, List<StoredMessage> read, List<StoredMessage> chosen) {
        List<UidSet.Range> runs = new ArrayList<>();
        int range = 0;
        int next = 0;
        long first = 0;
        long last = 0;
        for (StoredMessage message : read) {
            boolean sameRange = message.uid() <= asked.ranges().get(range).last();
            while (message.uid() > asked.ranges().get(range).last()) {
                range++;
            }
            boolean taken = next < chosen.size() && chosen.get(next).uid() == message.uid();
            if (first != 0 && (!taken || !sameRange)) {
                runs.add(new UidSet.Range(first, last));
                first = 0;
            }
            if (taken) {
                first = first == 0 ? message.uid() : first;
                last = message.uid();
                next++;
            }
        }
        if (first != 0) {
            runs.add(new UidSet.Range(first, last));
        }
        return runs;
    }

    /** The UIDs of {@code messages}, which are in UID order. */
    static UidSet uids(List<StoredMessage> messages) {
        return UidSet.of(messages.stream().mapToLong(StoredMessage::uid).toArray());
    }
}
