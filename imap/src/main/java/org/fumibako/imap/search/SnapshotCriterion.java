// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import org.fumibako.store.MailboxSnapshot;

/** A criterion that the snapshot decides. */
record SnapshotCriterion(Test test) implements Criterion {
    /** The condition. */
    interface Test {
        boolean holds(MailboxSnapshot snapshot, int index);
    }

    @Override
    public Cost cost() {
        return Cost.SNAPSHOT;
    }

    @Override
    public Verdict glance(MailboxSnapshot snapshot, int index) {
        return Verdict.of(test.holds(snapshot, index));
    }

    @Override
    public boolean matches(SearchedMessage message) {
        return test.holds(message.snapshot(), message.index());
    }
}
