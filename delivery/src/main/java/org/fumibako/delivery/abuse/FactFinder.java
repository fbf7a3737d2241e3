// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Account;
import org.fumibako.registry.Pacing;
import org.fumibako.registry.SendingHabits;
import org.fumibako.registry.SendingHabits.Habits;
import org.fumibako.registry.SignInPeer;

/** Finds {@link Facts} in the registry's counters and the journal's rows. Safe for any number of threads. */
final class FactFinder {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Rows of the past hour that are read, the newest; enough to see how they are taken. */
    private static final int MAX_ROWS = 2_000;

    private final SendingHabits habits;
    private final Journal journal;
    private final Countries countries;
    private final InstantSource clock;

    FactFinder(SendingHabits habits, Journal journal, Countries countries, InstantSource clock) {
        this.habits = habits;
        this.journal = journal;
        this.countries = countries;
        this.clock = clock;
    }

    /** What the rows of an hour come to. */
    private static final class Hour {
        final Set<InetAddress> peers = new HashSet<>();
        final Set<DomainName> refusing = new HashSet<>();
        long tried;
        long refused;

        void add(JournalRow row) {
            if (row.event() instanceof OutgoingEvent.Queued) {
                row.origin().peer().ifPresent(peers::add);
            } else if (row.event() instanceof OutgoingEvent.Delivered) {
                tried++;
            } else if (row.event() instanceof OutgoingEvent.Bounced bounced) {
                tried++;
                refused++;
                refusing.add(bounced.recipient().domain());
            }
        }
    }

    Facts of(Account account) {
        Habits usual = habits.of(account);
        Instant now = clock.instant();
        Instant settled = usual.watchedFrom().plusMillis(1);
        Instant since = now.minus(HOUR).isAfter(settled) ? now.minus(HOUR) : settled;
        Hour hour = new Hour();
        journal.read(new JournalQuery(
                        Optional.of(new JournalQuery.About.OfAccount(account.id())), since, true, MAX_ROWS))
                .forEach(hour::add);
        List<String> known = usual.places().stream()
                .filter(place -> place.since().isBefore(now.minus(Pacing.KNOWN_AFTER)))
                .map(SendingHabits.Place::peer)
                .toList();
        List<InetAddress> strange = hour.peers.stream()
                // Whoever has no place that is known lives everywhere.
                .filter(peer -> !known.isEmpty() && !known.contains(SignInPeer.of(peer)))
                .toList();
        return new Facts(
                usual.hour(),
                usual.peak(),
                usual.days(),
                !strange.isEmpty(),
                strangeCountry(strange, known),
                hour.tried,
                hour.refused,
                hour.refusing.size());
    }

    private Optional<String> strangeCountry(List<InetAddress> strange, List<String> known) {
        Set<String> homes = new HashSet<>();
        known.stream()
                .flatMap(peer -> SignInPeer.address(peer).stream())
                .flatMap(address -> countries.of(address).stream())
                .forEach(homes::add);
        return strange.stream()
                .flatMap(address -> countries.of(address).stream())
                .filter(country -> !homes.isEmpty() && !homes.contains(country))
                .findFirst();
    }
}
