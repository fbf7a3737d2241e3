// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;

/** What one group did to a mailbox's messages, in order: takes a snapshot from one mod-sequence to another. */
final class MailboxDelta {
    private final long fromModSeq;
    private final List<Step> steps = new ArrayList<>();
    private long toModSeq;
    private long uidNext;
    private int weight;

    MailboxDelta(long fromModSeq) {
        this.fromModSeq = fromModSeq;
        this.toModSeq = fromModSeq;
    }

    /** One step; UIDs of each are in ascending order. */
    sealed interface Step {
        record Added(StoredMessage message) implements Step {}

        record Flagged(long[] uids, Flags[] flags, long modSeq) implements Step {}

        record Removed(UidSet uids) implements Step {}
    }

    void add(Step step, int messages) {
        steps.add(step);
        weight += messages;
    }

    void close(MailboxState mailbox) {
        toModSeq = mailbox.modSeq();
        uidNext = mailbox.uidNext();
    }

    long fromModSeq() {
        return fromModSeq;
    }

    long toModSeq() {
        return toModSeq;
    }

    long uidNext() {
        return uidNext;
    }

    List<Step> steps() {
        return steps;
    }

    /** About how many messages it speaks of. */
    int weight() {
        return weight;
    }
}
