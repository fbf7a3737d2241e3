// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.store.queue.Claim;
import org.fumibako.store.queue.Intake;
import org.fumibako.store.queue.Posting;
import org.jspecify.annotations.Nullable;

/**
 * The way of new mail from the one who queues it to the one who sends it: room is reserved before the rows are written, so
 * that they are written as claimed, and the claims are handed over when they are on disk. Thread that queues, and meanwhile the
 * committer's.
 */
final class Handover implements AutoCloseable {
    private final @Nullable Intake intake;
    private final Set<Posting> reserved = new HashSet<>();
    private final List<Claim> claims = new ArrayList<>();
    private boolean committed;
    private boolean left;

    Handover(@Nullable Intake intake) {
        this.intake = intake;
    }

    void reserve(Posting posting) {
        if (intake != null
                && intake.reserve(posting.owner().lane(), posting.addressees().size())) {
            reserved.add(posting);
        }
    }

    /** Whether the rows of this posting are to be written as claimed. */
    boolean reserved(Posting posting) {
        return reserved.contains(posting);
    }

    /** The transaction begins, perhaps again. */
    void restart() {
        claims.clear();
        left = false;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /** Something was written that nobody has claimed. */
    void left() {
        left = true;
    }

    void committed() {
        committed = true;
    }

    /** Hands over what was committed, gives back the rest of the room. */
    @Override
    public void close() {
        if (intake == null) {
            return;
        }
        Set<Long> lanes = new HashSet<>();
        if (committed) {
            for (Claim claim : claims) {
                intake.take(claim);
                lanes.add(claim.lane());
            }
            if (left) {
                intake.wake();
            }
        }
        for (Posting posting : reserved) {
            if (!lanes.contains(posting.owner().lane())) {
                intake.forgo(posting.owner().lane(), posting.addressees().size());
            }
        }
    }
}
