// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.io.IOException;
import java.util.List;
import org.fumibako.search.Candidates;
import org.fumibako.store.MailboxSnapshot;

/**
 * That a text is in one of several places of a message.
 *
 * @param known what the index says of each place
 * @param test looks into the message
 */
record TextCriterion(Cost cost, List<Candidates> known, MessageCriterion.Test test) implements Criterion {
    @Override
    public Verdict glance(MailboxSnapshot snapshot, int index) {
        long contentId = snapshot.contentId(index);
        Verdict verdict = Verdict.NO;
        for (Candidates place : known) {
            switch (place.of(contentId)) {
                case HAS_IT -> {
                    return Verdict.YES;
                }
                case NOTHING -> verdict = Verdict.UNKNOWN;
                case LACKS_IT -> {}
            }
        }
        return verdict;
    }

    @Override
    public boolean matches(SearchedMessage message) throws IOException {
        return switch (glance(message.snapshot(), message.index())) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> test.holds(message);
        };
    }
}
