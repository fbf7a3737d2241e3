// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import org.fumibako.store.MailboxSnapshot;

/** A criterion for which the index or the message has to be read. */
record MessageCriterion(Cost cost, Test test) implements Criterion {
    /** The condition. */
    interface Test {
        boolean holds(SearchedMessage message) throws IOException;
    }

    @Override
    public Verdict glance(MailboxSnapshot snapshot, int index) {
        return Verdict.UNKNOWN;
    }

    @Override
    public boolean matches(SearchedMessage message) throws IOException {
        return test.holds(message);
    }
}
