// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

/**
 * Whoever sends mail on, as the queue sees it: what was just queued is handed over in memory, so that new mail is tried at once
 * and costs no look into the table. Called by the threads that queue; must not block.
 */
public interface Intake {
    /**
     * Whether it will take so many recipients of this lane. If so, they are claimed for it as they are written, and
     * {@link #take} or {@link #forgo} follows.
     */
    boolean reserve(long lane, int recipients);

    /** The claim is on disk. Uses up as much of what was reserved. */
    void take(Claim claim);

    /** Nothing was queued after all. */
    void forgo(long lane, int recipients);

    /** Something became due that is claimed by nobody. */
    void wake();
}
