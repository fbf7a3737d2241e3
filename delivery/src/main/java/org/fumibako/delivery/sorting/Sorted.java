// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.util.List;
import java.util.Optional;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Outcome;

/**
 * What rules want to become of a message in one account.
 *
 * @param boxes where it is filed
 * @param targets where it is sent on to
 * @param goesOn whether the account's own forwarding has it too
 * @param rejection what its sender is told, if he can be; then there is nothing else
 * @param evidence rows for the journal, written when the message is on disk
 */
public record Sorted(
        List<Box> boxes,
        List<Forwarding.Target> targets,
        boolean goesOn,
        Optional<Rejection> rejection,
        Answer answer,
        List<SortingEvent> evidence) {
    /** As if there were no rules. */
    public static final Sorted UNTOUCHED =
            new Sorted(List.of(Box.USUAL), List.of(), true, Optional.empty(), Answer.NONE, List.of());

    /** @param rule which wanted it, for people */
    public record Rejection(SmtpReply reply, String rule) {}

    public Sorted {
        boxes = List.copyOf(boxes);
        targets = List.copyOf(targets);
        evidence = List.copyOf(evidence);
    }

    /**
     * What may be answered, and what has to be remembered.
     *
     * @param vacation what a script wants to be said
     * @param setting the account's own reply, off when it has none
     */
    public record Answer(Optional<Action.Vacation> vacation, AutoReply setting, List<Outcome.Mark> marks) {
        public static final Answer NONE = new Answer(Optional.empty(), AutoReply.OFF, List.of());

        public Answer {
            marks = List.copyOf(marks);
        }

        public boolean isNone() {
            return vacation.isEmpty() && !setting.on() && marks.isEmpty();
        }
    }
}
