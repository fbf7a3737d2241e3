// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/**
 * Carries out changes of emails: what many of them have in common is one change of the store, so that a thousand emails marked as
 * read cost as much as one.
 */
final class Changer {
    private final MessageStore store;
    private final Call call;
    private final BiConsumer<Long, SetError> failed;
    private final Map<Flagging, List<Seat>> flaggings = new LinkedHashMap<>();
    private final Map<Transfer, List<Seat>> transfers = new LinkedHashMap<>();
    private final Map<MailboxId, List<Seat>> removals = new LinkedHashMap<>();

    /** @param failed is told which email could not be changed, and why */
    Changer(MessageStore store, Call call, BiConsumer<Long, SetError> failed) {
        this.store = store;
        this.call = call;
        this.failed = failed;
    }

    private record Seat(long contentId, long uid) {}

    private record Flagging(MailboxId mailbox, MessageStore.FlagChange change, Flags flags) {}

    private record Transfer(MailboxId from, MailboxId to, boolean move) {}

    /** Plans what makes the email what it is to be. */
    void change(EmailRow row, Wanted wanted) {
        for (EmailRow.Place place : row.places()) {
            Flags now = place.flags();
            Flags kept = now.has(Flags.DELETED) ? Flags.of("\\Deleted") : Flags.NONE;
            plan(row, place, MessageStore.FlagChange.ADD, wanted.flags().minus(now));
            plan(
                    row,
                    place,
                    MessageStore.FlagChange.REMOVE,
                    now.minus(wanted.flags()).minus(kept));
        }
        Set<MailboxId> before = new LinkedHashSet<>();
        row.places().forEach(place -> before.add(place.mailbox()));
        List<MailboxId> more = new ArrayList<>(wanted.mailboxes());
        more.removeAll(before);
        List<MailboxId> less = new ArrayList<>(before);
        less.removeAll(wanted.mailboxes());
        MailboxId source = less.isEmpty() ? row.places().getFirst().mailbox() : less.getLast();
        for (int i = 0; i < more.size(); i++) {
            boolean move = i == more.size() - 1 && !less.isEmpty();
            add(transfers, new Transfer(source, more.get(i), move), row, source);
            if (move) {
                less.remove(source);
            }
        }
        less.forEach(mailbox -> add(removals, mailbox, row, mailbox));
    }

    private void plan(EmailRow row, EmailRow.Place place, MessageStore.FlagChange change, Flags flags) {
        if (!flags.equals(Flags.NONE)) {
            flaggings
                    .computeIfAbsent(new Flagging(place.mailbox(), change, flags), key -> new ArrayList<>())
                    .add(new Seat(row.contentId(), place.uid()));
        }
    }

    private static <K> void add(Map<K, List<Seat>> plans, K key, EmailRow row, MailboxId mailbox) {
        for (EmailRow.Place place : row.places()) {
            if (place.mailbox().equals(mailbox)) {
                plans.computeIfAbsent(key, absent -> new ArrayList<>()).add(new Seat(row.contentId(), place.uid()));
            }
        }
    }

    /** Plans that the email goes from everywhere. */
    void destroy(EmailRow row) {
        Set<MailboxId> all = new LinkedHashSet<>();
        row.places().forEach(place -> all.add(place.mailbox()));
        all.forEach(mailbox -> add(removals, mailbox, row, mailbox));
    }

    /** Does what was planned; copies before removals, so that nothing is lost on the way. */
    void run() {
        flaggings.forEach((plan, seats) -> attempt(seats, () -> {
            UidSet done = store.changeFlags(
                            call.account(),
                            plan.mailbox(),
                            uids(seats),
                            plan.change(),
                            plan.flags(),
                            Optional.empty(),
                            call.caller().origin())
                    .done();
            return seats.stream().filter(seat -> !done.contains(seat.uid())).toList();
        }));
        transfers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Transfer::move)))
                .forEach(entry -> attempt(entry.getValue(), () -> transfer(entry.getKey(), entry.getValue())));
        removals.forEach((mailbox, seats) -> attempt(seats, () -> {
            store.expunge(
                    call.account(), mailbox, uids(seats), false, call.caller().origin());
            return List.of();
        }));
    }

    private List<Seat> transfer(Transfer plan, List<Seat> seats) throws MailboxException {
        MessageStore.CopyOutcome outcome = plan.move()
                ? store.move(
                        call.account(),
                        plan.from(),
                        uids(seats),
                        plan.to(),
                        call.caller().origin())
                : store.copy(
                        call.account(),
                        plan.from(),
                        uids(seats),
                        plan.to(),
                        call.caller().account().quota().size(),
                        call.caller().origin());
        return seats.stream()
                .filter(seat -> !outcome.from().contains(seat.uid()))
                .toList();
    }

    private static UidSet uids(Collection<Seat> seats) {
        return UidSet.of(seats.stream().mapToLong(Seat::uid).toArray());
    }

    /** Changes the store, and answers which messages were not there any more. */
    private interface Step {
        List<Seat> run() throws MailboxException;
    }

    private void attempt(List<Seat> seats, Step step) {
        try {
            for (Seat gone : step.run()) {
                failed.accept(gone.contentId(), SetError.notFound());
            }
        } catch (MailboxException e) {
            SetError error = e.reason() == MailboxException.Reason.OVER_QUOTA
                    ? new SetError("overQuota", "The account has no room for it.")
                    : SetError.invalid("mailboxIds", String.valueOf(e.getMessage()));
            seats.forEach(seat -> failed.accept(seat.contentId(), error));
        }
    }

    /** By content id. */
    static Map<Long, EmailRow> byId(List<EmailRow> rows) {
        Map<Long, EmailRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.contentId(), row));
        return byId;
    }
}
