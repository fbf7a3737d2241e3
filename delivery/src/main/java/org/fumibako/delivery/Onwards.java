// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.delivery.forward.DeliveredTo;
import org.fumibako.delivery.forward.Forwarder;
import org.fumibako.delivery.forward.Incoming;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.delivery.forward.Plan;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.delivery.sorting.Sorting;
import org.fumibako.delivery.spam.Ruling;
import org.fumibako.delivery.spam.Rulings;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step: what arrives, as {@link Forwarder} wants to see it; without one, every message stays where it was sent to. */
final class Onwards {
    private static final Logger LOG = LoggerFactory.getLogger(Onwards.class);

    private final MessageStore store;
    private final Optional<Forwarder> forwarder;
    private final Optional<Consequences> consequences;

    Onwards(MessageStore store, Optional<Forwarder> forwarder, Optional<Consequences> consequences) {
        this.store = store;
        this.forwarder = forwarder;
        this.consequences = consequences;
    }

    /** @param sorting what rules make of it; junk is not sorted, nor what the filter puts somewhere */
    Plan plan(Filing.Parcel parcel, Arrival arrival, Set<AccountId> closed, Sorting sorting) {
        Letter letter = parcel.letter();
        List<Incoming.Entry> entries = entries(arrival.envelope(), parcel.rulings());
        if (forwarder.isEmpty()) {
            List<Plan.Place> places = entries.stream()
                    .map(entry -> new Plan.Place(entry.account(), entry.address()))
                    .toList();
            return new Plan(places, List.of(), List.of(), List.of(), List.of());
        }
        Set<String> elsewhere = arrival.envelope().outgoing().stream()
                .flatMap(outgoing -> outgoing.addressees().stream())
                .map(addressee -> addressee.address().key())
                .collect(Collectors.toUnmodifiableSet());
        Incoming incoming = new Incoming(
                entries,
                DeliveredTo.keys(letter.passed()),
                elsewhere,
                arrival.mailbox() != SpecialUse.JUNK,
                letter.findings().filter(Forwarder::isUnproven).isPresent(),
                sorting);
        return forwarder.get().plan(incoming, closed);
    }

    private List<Incoming.Entry> entries(Envelope envelope, Rulings rulings) {
        Set<AccountId> reached = new HashSet<>();
        List<Incoming.Entry> entries = new ArrayList<>(envelope.recipients().size());
        for (Recipient recipient : envelope.recipients()) {
            boolean bounce = isReturn(recipient.address());
            for (Account account : recipient.accounts()) {
                if (reached.add(account.id())) {
                    Ruling ruling = rulings.of(account.id());
                    entries.add(new Incoming.Entry(
                            account, recipient.address(), !bounce && ruling.isSorted(), !bounce && !ruling.spam()));
                }
            }
        }
        return entries;
    }

    boolean isReturn(EmailAddress recipient) {
        return forwarder.filter(some -> some.isReturn(recipient)).isPresent();
    }

    List<Append> departures(Plan plan, Letter letter, Instant now) throws IOException {
        return forwarder.isPresent() ? forwarder.get().departures(plan, letter, now) : List.of();
    }

    /** Rules of the only recipient refused it. */
    void rejected(Plan plan, Letter letter, Sorted.Rejection rejection) {
        consequences.ifPresent(step -> step.rejected(plan, letter, rejection));
    }

    /** The message is on disk, so whatever fails here must not change the answer. */
    void done(Plan plan, Letter letter, Arrival arrival, Instant now) {
        if (forwarder.isEmpty()) {
            return;
        }
        try {
            Stream<Append> notices = forwarder.get().done(plan, letter, now).stream();
            for (Recipient recipient : arrival.envelope().recipients()) {
                notices = Stream.concat(
                        notices,
                        forwarder.get().returned(recipient.address(), arrival.content(), letter, now).stream());
            }
            List<Append> all = new ArrayList<>(notices.toList());
            if (consequences.isPresent()) {
                all.addAll(consequences.get().of(plan, letter, now));
            }
            if (!all.isEmpty()) {
                store.append(all, false);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.error(
                    "session={} what became of forwarded mail could not be noted",
                    arrival.origin().session(),
                    failed);
        }
    }
}
