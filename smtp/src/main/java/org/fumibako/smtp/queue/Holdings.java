// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.util.HashMap;
import java.util.Map;
import org.fumibako.store.queue.Appetite;
import org.fumibako.store.queue.Appetite.Way;
import org.fumibako.store.queue.Claim;

/**
 * Who holds how much of the window. A lane's share is the whole divided by the lanes and one more, so that there is always room
 * for one that comes new; one domain may have half of it, so that a dead domain leaves room for the lane's other mail. Guarded
 * by the runner's monitor.
 */
final class Holdings {
    private final int places;
    private final Map<Long, Integer> byLane = new HashMap<>();
    private final Map<Way, Integer> byWay = new HashMap<>();
    private int total;

    Holdings(int places) {
        this.places = places;
    }

    private int laneShare() {
        return Math.max(1, places / (byLane.size() + 1));
    }

    private int wayShare() {
        return Math.max(1, laneShare() / 2);
    }

    /** What there is room for, {@code most} at most. */
    Appetite appetite(int most) {
        return new Appetite(Math.min(most, places - total), byLane, laneShare(), byWay, wayShare());
    }

    /** Room for so many recipients of a lane that are still to come; false when there is none. */
    boolean reserve(long lane, int recipients) {
        int own = byLane.getOrDefault(lane, 0);
        int lanes = byLane.size() + (own == 0 ? 1 : 0);
        if (recipients > places - total || own + recipients > places / (lanes + 1)) {
            return false;
        }
        addToLane(lane, recipients);
        return true;
    }

    void forgo(long lane, int recipients) {
        byLane.computeIfPresent(lane, (_, own) -> less(own, recipients));
        total -= recipients;
    }

    /** A claim for which room was reserved. */
    void addReserved(Claim claim) {
        byWay.merge(way(claim), claim.positions().size(), Integer::sum);
    }

    void add(Claim claim) {
        addToLane(claim.lane(), claim.positions().size());
        addReserved(claim);
    }

    void remove(Claim claim) {
        forgo(claim.lane(), claim.positions().size());
        byWay.computeIfPresent(
                way(claim), (_, own) -> less(own, claim.positions().size()));
    }

    /** Whether so little is held of its sort that more should be got. */
    boolean low(Claim claim) {
        return byLane.getOrDefault(claim.lane(), 0) <= laneShare() / 2
                || byWay.getOrDefault(way(claim), 0) <= wayShare() / 2;
    }

    private void addToLane(long lane, int recipients) {
        byLane.merge(lane, recipients, Integer::sum);
        total += recipients;
    }

    private static Way way(Claim claim) {
        return new Way(claim.lane(), claim.domain());
    }

    // NullAway wants to be told that a map's function may remove by null.
    @SuppressWarnings("NullAway")
    private static Integer less(int own, int by) {
        return own > by ? Integer.valueOf(own - by) : null;
    }
}
