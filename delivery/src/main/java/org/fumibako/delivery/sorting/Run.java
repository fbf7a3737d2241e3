// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.Flags;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.Mail;
import org.fumibako.sieve.Outcome;
import org.fumibako.sieve.SieveLimits;

/** Makes of what scripts want what delivery can do, for one message and account. */
final class Run {
    /** Characters of a reason that fit into one line of a reply (RFC 5321 §4.5.3.1.5 has 512 octets in all). */
    private static final int MAX_REASON = 300;

    private final Facts facts;
    private final Mail mail;
    private final Sorter.Message message;
    private final List<Box> boxes = new ArrayList<>(1);
    private final List<Forwarding.Target> targets = new ArrayList<>(0);
    private final List<SortingEvent> evidence = new ArrayList<>(1);
    private final List<Outcome.Mark> marks = new ArrayList<>(0);
    private Optional<Action.Vacation> vacation = Optional.empty();
    private Optional<Sorted.Rejection> rejection = Optional.empty();
    private Optional<Cause> discarded = Optional.empty();

    Run(Facts facts, Mail mail, Sorter.Message message) {
        this.facts = facts;
        this.mail = mail;
        this.message = message;
    }

    Sorted of(Account account, SortingRules.Sorting wanted) throws IOException {
        boolean open = true;
        if (wanted.domain().isPresent()) {
            open = run(wanted.domain().get());
        }
        if (open && wanted.active().isPresent()) {
            open = run(wanted.active().get());
        }
        if (open) {
            boxes.add(Box.USUAL);
        }
        discarded.filter(_ -> boxes.isEmpty() && targets.isEmpty()).ifPresent(this::noteLoss);
        // Nobody answers spam, or sends it on in his own name.
        boolean goesOn = discarded.isEmpty() && rejection.isEmpty() && !isSpam();
        Sorted.Answer answer =
                new Sorted.Answer(vacation, goesOn ? wanted.reply() : Sorted.Answer.NONE.setting(), marks);
        return new Sorted(boxes, targets, goesOn, rejection, answer, evidence);
    }

    /** @return whether the message is still going where it was */
    private boolean run(Source source) throws IOException {
        Library.Compiled compiled = facts.library().of(source);
        Outcome outcome = switch (compiled) {
            case Library.Compiled.Sound sound -> sound.script().run(mail, facts, SieveLimits.DEFAULT);
            case Library.Compiled.Faulty faulty -> new Outcome(List.of(), List.of(), Optional.of(faulty.why()));
        };
        if (outcome.fault().isPresent()) {
            evidence.add(new SortingEvent.ScriptFailed(outcome.fault().get(), id()));
            return true;
        }
        marks.addAll(outcome.marks());
        boolean open = false;
        for (Action action : outcome.actions()) {
            open |= isPlainKeep(action);
            if (!isPlainKeep(action)) {
                apply(action);
            }
        }
        return open;
    }

    /** The keep that is implied and changes nothing: the message goes where it was going. */
    private static boolean isPlainKeep(Action action) {
        return action instanceof Action.Keep keep
                && keep.cause().line() == 0
                && keep.flags().isEmpty()
                && keep.header().isEmpty();
    }

    private void apply(Action action) {
        switch (action) {
            case Action.Keep keep -> {
                boxes.add(new Box(new Box.Where.Usual(), flags(keep.flags()), keep.header()));
                note("kept" + flagged(keep.flags()), keep.cause());
            }
            case Action.FileInto into -> file(into);
            case Action.Redirect redirect
            when isSpam() -> {
                boxes.add(Box.USUAL);
                note("kept and not sent on to " + redirect.address() + ", because it is spam,", redirect.cause());
            }
            case Action.Redirect redirect -> {
                targets.add(facts.rules().target(facts.account().id(), redirect.address()));
                note("sent on to " + redirect.address(), redirect.cause());
            }
            case Action.Discard discard -> discarded = Optional.of(discard.cause());
            case Action.Reject reject ->
                rejection = Optional.of(new Sorted.Rejection(
                        SmtpReply.of(550, "5.7.1", oneLine(reject.reason())),
                        reject.cause().describe()));
            case Action.Vacation wanted -> vacation = Optional.of(wanted).filter(_ -> !isSpam());
        }
    }

    private void file(Action.FileInto into) {
        Optional<String> name = new Shelf(facts).find(into);
        Box.Where where = name.isPresent() ? new Box.Where.Named(name.get()) : new Box.Where.Usual();
        boxes.add(new Box(where, flags(into.flags()), into.header()));
        String done = name.map(some -> "filed into \"" + some + "\"")
                .orElse("kept, because there is no mailbox \"" + into.mailbox() + "\",");
        note(done + flagged(into.flags()), into.cause());
    }

    private boolean isSpam() {
        return message.rulings().of(facts.account().id()).spam();
    }

    private void noteLoss(Cause cause) {
        evidence.add(
                new SortingEvent.Discarded(message.sender(), message.summary().subject(), cause.describe(), id()));
    }

    private void note(String done, Cause cause) {
        evidence.add(new SortingEvent.Sorted(done, cause.describe(), id()));
    }

    private String id() {
        return message.summary().messageId();
    }

    private static Flags flags(List<String> names) {
        return Flags.of(names.subList(0, Math.min(names.size(), Flags.MAX_KEYWORDS)));
    }

    private static String flagged(List<String> flags) {
        return flags.isEmpty() ? "" : " with " + String.join(" ", flags);
    }

    /** Printable US-ASCII, which is all that a reply may be (RFC 5321 §4.2). */
    private static String oneLine(String reason) {
        String line = reason.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        String cut = line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
        return cut.isEmpty() ? "The recipient does not take this message" : cut;
    }
}
