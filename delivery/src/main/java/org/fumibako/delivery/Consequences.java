// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.delivery.forward.Plan;
import org.fumibako.delivery.reply.AutoReplier;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;

/** Step: a message is on disk as rules wanted it; now it is noted which rule did what, and accounts that are away answer. */
final class Consequences {
    private final Sorter sorter;
    private final AutoReplier replier;
    private final Consumer<JournalEvent.Entry> journal;

    Consequences(Sorter sorter, AutoReplier replier, Consumer<JournalEvent.Entry> journal) {
        this.sorter = sorter;
        this.replier = replier;
        this.journal = journal;
    }

    /** @return replies that are to be filed or queued */
    List<Append> of(Plan plan, Letter letter, Instant now) throws IOException {
        List<Append> replies = new ArrayList<>(0);
        for (Plan.Visit visit : plan.sorted()) {
            Sorted sorted = visit.sorted();
            sorted.evidence().forEach(event -> note(visit.account(), letter, event));
            sorted.rejection()
                    .ifPresent(rejection -> note(
                            visit.account(),
                            letter,
                            sorted("kept, because its sender could not be told of the rejection,", rejection, letter)));
            if (!sorted.answer().isNone()) {
                sorter.done(visit.account(), sorted);
                replier.answer(visit, letter, now).ifPresent(replies::add);
            }
        }
        return replies;
    }

    /** Its sender was told. */
    void rejected(Plan plan, Letter letter, Sorted.Rejection rejection) {
        for (Plan.Visit visit : plan.sorted()) {
            note(visit.account(), letter, sorted("rejected", rejection, letter));
        }
    }

    private static SortingEvent sorted(String done, Sorted.Rejection rejection, Letter letter) {
        return new SortingEvent.Sorted(done, rejection.rule(), letter.summary().messageId());
    }

    private void note(Account account, Letter letter, SortingEvent event) {
        journal.accept(new JournalEvent.Entry(Optional.of(account.id()), letter.origin(), event));
    }
}
