// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fumibako.store.MailboxSnapshot;

/**
 * Criteria of which all must hold, or of which one must.
 *
 * @param decisive the answer of one criterion that settles the whole: NO for all, YES for any
 */
record Combination(List<Criterion> criteria, Verdict decisive) implements Criterion {
    Combination {
        List<Criterion> cheapFirst = new ArrayList<>(criteria);
        cheapFirst.sort(Comparator.comparing(Criterion::cost));
        criteria = List.copyOf(cheapFirst);
    }

    static Criterion all(List<Criterion> criteria) {
        return new Combination(criteria, Verdict.NO);
    }

    static Criterion any(List<Criterion> criteria) {
        return new Combination(criteria, Verdict.YES);
    }

    @Override
    public Cost cost() {
        return criteria.getLast().cost();
    }

    @Override
    public Verdict glance(MailboxSnapshot snapshot, int index) {
        Verdict verdict = decisive.not();
        for (Criterion criterion : criteria) {
            Verdict one = criterion.glance(snapshot, index);
            if (one == decisive) {
                return decisive;
            }
            if (one == Verdict.UNKNOWN) {
                verdict = Verdict.UNKNOWN;
            }
        }
        return verdict;
    }

    @Override
    public boolean matches(SearchedMessage message) throws IOException {
        boolean settling = decisive == Verdict.YES;
        for (Criterion criterion : criteria) {
            if (criterion.matches(message) == settling) {
                return settling;
            }
        }
        return !settling;
    }
}
