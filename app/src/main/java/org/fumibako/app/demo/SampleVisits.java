// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;

/** People abroad: one who travels, and two who guess, so that the country restriction has something to show. */
final class SampleVisits {
    private final Registry registry;
    private final Journal journal;
    private final Clock clock;

    SampleVisits(Registry registry, Journal journal, Clock clock) {
        this.registry = registry;
        this.journal = journal;
        this.clock = clock;
    }

    void record() {
        for (int i = 0; i < 3; i++) {
            refused("hanako", "203.0.113.87", "TH");
        }
        refused("taro", "198.51.100.14", "BR");
        Instant now = clock.instant();
        registry.countries()
                .open(
                        new EmailAddress("hanako", Demo.DOMAIN),
                        Set.of("TW"),
                        now.plus(Duration.ofDays(7)),
                        now.plus(Duration.ofDays(11)),
                        Origin.system("demo"));
    }

    private void refused(String name, String peer, String country) {
        EmailAddress address = new EmailAddress(name, Demo.DOMAIN);
        Account account = registry.accounts().find(address).orElseThrow();
        Origin origin = new Origin(
                Protocol.SUBMISSION,
                "demo",
                Optional.of(InetAddress.ofLiteral(peer)),
                "Thunderbird",
                Optional.of(address));
        journal.record(new JournalEvent.Entry(
                Optional.of(account.id()),
                origin,
                new JournalEvent.RefusedAbroad(address.toString(), country, JournalEvent.RefusedAbroad.Place.ABROAD)));
    }
}
