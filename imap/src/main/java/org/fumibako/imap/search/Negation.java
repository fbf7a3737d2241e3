// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import org.fumibako.store.MailboxSnapshot;

/** The opposite of a criterion. */
record Negation(Criterion criterion) implements Criterion {
    @Override
    public Cost cost() {
        return criterion.cost();
    }

    @Override
    public Verdict glance(MailboxSnapshot snapshot, int index) {
        return criterion.glance(snapshot, index).not();
    }

    @Override
    public boolean matches(SearchedMessage message) throws IOException {
        return !criterion.matches(message);
    }
}
