// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.delivery.forward.Plan;
import org.fumibako.delivery.sorting.Box;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.delivery.sorting.Sorting;
import org.fumibako.delivery.spam.Mark;
import org.fumibako.delivery.spam.Ruling;
import org.fumibako.delivery.spam.Rulings;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SmtpReply;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.sieve.HeaderChanges;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;
import org.fumibako.store.queue.Posting;

/**
 * Step: one message into the INBOX (or the junk mailbox) of every account that it comes to here, and into the queue for those
 * elsewhere, all or nothing.
 */
final class Filing {
    private final MessageStore store;
    private final Inboxes inboxes;
    private final Duration lifetime;
    private final Onwards onwards;
    private final Predicate<AccountId> keepsSent;

    /**
     * @param lifetime how long mail for other servers is tried
     * @param keepsSent whether what the account submits is filed in its Sent mailbox, too
     */
    Filing(MessageStore store, Duration lifetime, Onwards onwards, Predicate<AccountId> keepsSent) {
        this.store = store;
        this.inboxes = new Inboxes(store);
        this.lifetime = lifetime;
        this.onwards = onwards;
        this.keepsSent = keepsSent;
    }

    /** What became of each recipient, in order; all are FILED or nothing was kept. */
    sealed interface Fate {
        Fate FILED = new Done();
        Fate OVER_QUOTA = new Full();
        Fate GONE = new Gone();
        Fate WITHDRAWN = new Withdrawn();

        record Done() implements Fate {}

        record Full() implements Fate {}

        record Gone() implements Fate {}

        /** Nothing wrong with this one. */
        record Withdrawn() implements Fate {}

        /** A rule of the recipient does not take it. */
        record Rejected(SmtpReply reply) implements Fate {}
    }

    /**
     * A message on its way into mailboxes.
     *
     * @param filed as it lies in them
     * @param letter as it may go on from them
     * @param rulings what the spam filter said of it
     */
    record Parcel(Content filed, Letter letter, Rulings rulings) {}

    /**
     * Accounts that take nothing.
     *
     * @param sent whether it is the submitter's own copy that could not be filed
     */
    private record Failures(Set<AccountId> full, Set<AccountId> gone, boolean sent, boolean whole) {
        Set<AccountId> all() {
            Set<AccountId> all = new HashSet<>(full);
            all.addAll(gone);
            return all;
        }
    }

    List<Fate> file(Parcel parcel, Arrival arrival, Instant now, Sorting sorting) throws IOException {
        Set<AccountId> named = new HashSet<>();
        arrival.envelope()
                .recipients()
                .forEach(recipient ->
                        recipient.accounts().stream().map(Account::id).forEach(named::add));
        Set<AccountId> closed = new HashSet<>();
        Optional<Account> sent = arrival.submitter().filter(account -> keepsSent.test(account.id()));
        while (true) {
            Plan plan = onwards.plan(parcel, arrival, closed, sorting);
            Optional<Sorted.Rejection> rejection = rejection(plan, arrival.envelope());
            if (rejection.isPresent()) {
                onwards.rejected(plan, parcel.letter(), rejection.get());
                return List.of(new Fate.Rejected(rejection.get().reply()));
            }
            Failures failures = append(plan, parcel, arrival, now, sent);
            if (failures.sent()) {
                // A copy that has no room is no reason to refuse the message.
                sent = Optional.empty();
                continue;
            }
            Set<AccountId> unnamed = failures.all();
            unnamed.removeAll(named);
            // Nobody whom the sender did not name may cost him the message: they are passed over, one or more each
            // time.
            if (unnamed.isEmpty() || !closed.addAll(unnamed)) {
                List<Fate> fates = fates(arrival.envelope().recipients(), failures);
                if (failures.whole()) {
                    onwards.done(plan, parcel.letter(), arrival, now);
                }
                return fates;
            }
        }
    }

    /** What the sender is told, if the answer is about the one account that does not want the message and about nobody else. */
    private static Optional<Sorted.Rejection> rejection(Plan plan, Envelope envelope) {
        List<Recipient> recipients = envelope.recipients();
        if (recipients.size() != 1
                || recipients.getFirst().accounts().size() != 1
                || envelope.outgoing().isPresent()) {
            return Optional.empty();
        }
        AccountId only = recipients.getFirst().accounts().getFirst().id();
        return plan.sorted().stream()
                .filter(visit -> visit.account().id().equals(only))
                .findFirst()
                .flatMap(visit -> visit.sorted().rejection());
    }

    /** Whether a recipient is a reverse path of mail that was forwarded from here. */
    boolean isReturn(Envelope envelope) {
        return envelope.recipients().stream().map(Recipient::address).anyMatch(onwards::isReturn);
    }

    private Failures append(Plan plan, Parcel parcel, Arrival arrival, Instant now, Optional<Account> sent)
            throws IOException {
        List<Append> filed = copies(plan, parcel, arrival, now, sent);
        List<Append> appends = new ArrayList<>(filed);
        appends.addAll(onwards.departures(plan, parcel.letter(), now));
        List<List<Append.Outcome>> outcomes = appends.isEmpty() ? List.of() : store.append(appends, true);
        List<Append.Filing> filings =
                filed.stream().flatMap(append -> append.filings().stream()).toList();
        return failures(
                filings,
                outcomes.stream().limit(filed.size()).flatMap(List::stream).toList());
    }

    /** One shipment for each mark that the message gets, most often one for all. */
    private List<Append> copies(Plan plan, Parcel parcel, Arrival arrival, Instant now, Optional<Account> sent)
            throws IOException {
        Map<Mark, Shipment> byMark = new LinkedHashMap<>(2);
        for (Plan.Place place : plan.places()) {
            Ruling ruling = parcel.rulings().of(place.account().id());
            if (ruling.dropped()) {
                continue;
            }
            Shipment shipment = byMark.get(ruling.mark());
            if (shipment == null) {
                shipment = marked(parcel, ruling.mark(), arrival);
                byMark.put(ruling.mark(), shipment);
            }
            Arrival placed = ruling.mailbox().map(arrival::in).orElse(arrival);
            for (Box box : place.boxes()) {
                shipment.add(filing(place, box, placed, now), box.header());
            }
        }
        Optional<Posting> posting = arrival.envelope().outgoing().map(outgoing -> posting(outgoing, arrival, now));
        if ((posting.isPresent() || sent.isPresent()) && !byMark.containsKey(Mark.NONE)) {
            byMark.put(Mark.NONE, marked(parcel, Mark.NONE, arrival));
        }
        sent.ifPresent(account ->
                Objects.requireNonNull(byMark.get(Mark.NONE)).add(ownCopy(account, now), HeaderChanges.NONE));
        List<Append> copies = new ArrayList<>(byMark.size());
        for (Map.Entry<Mark, Shipment> copy : byMark.entrySet()) {
            boolean plain = copy.getKey().equals(Mark.NONE);
            copies.addAll(copy.getValue().appends(plain ? posting : Optional.empty()));
        }
        return copies;
    }

    private static Shipment marked(Parcel parcel, Mark mark, Arrival arrival) throws IOException {
        if (mark.equals(Mark.NONE)) {
            return new Shipment(parcel.filed(), parcel.letter().summary(), arrival);
        }
        Content content = mark.on(parcel.filed());
        return new Shipment(content, MessageSummary.of(content), arrival);
    }

    private Posting posting(Outgoing outgoing, Arrival arrival, Instant now) {
        return new Posting(
                outgoing.envelope(),
                outgoing.addressees(),
                outgoing.owner(),
                TraceHeader.octetsThatStay(arrival.envelope()),
                now.plus(lifetime));
    }

    private Append.Filing filing(Plan.Place place, Box box, Arrival arrival, Instant now) {
        Account account = place.account();
        return new Append.Filing(
                account.id(),
                mailbox(account, box, arrival),
                box.flags(),
                now,
                account.quota().size(),
                Optional.of(place.address()));
    }

    /** Filed as read, and delivered to nobody. */
    private Append.Filing ownCopy(Account account, Instant now) {
        return new Append.Filing(
                account.id(),
                inboxes.of(account.id(), SpecialUse.SENT),
                new Flags(Flags.SEEN, List.of()),
                now,
                account.quota().size(),
                Optional.empty());
    }

    private MailboxId mailbox(Account account, Box box, Arrival arrival) {
        Optional<MailboxId> named = box.where() instanceof Box.Where.Named(String name)
                ? store.mailbox(account.id(), name).map(Mailbox::id)
                : Optional.empty();
        return named.orElseGet(() -> inboxes.of(account.id(), arrival.mailbox()));
    }

    private Failures failures(List<Append.Filing> filings, List<Append.Outcome> outcomes) {
        Set<AccountId> full = new HashSet<>();
        Set<AccountId> gone = new HashSet<>();
        boolean filed = true;
        boolean sent = false;
        for (int i = 0; i < outcomes.size(); i++) {
            AccountId account = filings.get(i).account();
            if (filings.get(i).recipient().isEmpty() && isRefused(outcomes.get(i))) {
                sent = true;
                continue;
            }
            switch (outcomes.get(i)) {
                case Append.Outcome.Filed done -> {}
                case Append.Outcome.Withdrawn withdrawn -> filed = false;
                case Append.Outcome.OverQuota over -> full.add(account);
                case Append.Outcome.NoMailbox none -> {
                    inboxes.forget(account);
                    gone.add(account);
                }
            }
        }
        return new Failures(full, gone, sent, filed && !sent && full.isEmpty() && gone.isEmpty());
    }

    private static boolean isRefused(Append.Outcome outcome) {
        return outcome instanceof Append.Outcome.OverQuota || outcome instanceof Append.Outcome.NoMailbox;
    }

    private static List<Fate> fates(List<Recipient> recipients, Failures failures) {
        return recipients.stream().map(recipient -> fate(recipient, failures)).toList();
    }

    private static Fate fate(Recipient recipient, Failures failures) {
        for (Account account : recipient.accounts()) {
            if (failures.full().contains(account.id())) {
                return Fate.OVER_QUOTA;
            }
            if (failures.gone().contains(account.id())) {
                return Fate.GONE;
            }
        }
        return failures.whole() ? Fate.FILED : Fate.WITHDRAWN;
    }
}
