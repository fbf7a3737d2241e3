// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Resolver;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.ManualClock;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.zone.PublishedKey;

/** A registry with one customer, and what makes keys for her domains. Closed, it leaves nothing. */
final class KeyOffice implements AutoCloseable {
    static final DomainName DOMAIN = DomainName.of("example.jp");
    static final Origin DESK = Origin.system("desk");

    final ManualClock clock = new ManualClock();
    final Database database;
    final Registry registry;
    final KeyRotation rotation;
    private final TestDatabase registryData;
    private final TestDatabase journalData;
    private final Database volume;
    private final Journal journal;

    KeyOffice(Path directory) {
        this.registryData = TestDatabases.sqlite(directory, "db/registry");
        this.journalData = TestDatabases.sqlite(directory, "db/volume");
        this.database = registryData.open();
        this.volume = journalData.open();
        this.journal = new Journal(volume, clock);
        this.registry = new Registry(database, journal, clock, new SecureRandom());
        this.rotation = rotation();
        registry.customers().add("demo", "demo", Plan.STANDARD, DESK);
        domain(DOMAIN.ascii());
    }

    void domain(String name) {
        registry.domains().add(DomainName.of(name), "demo", DESK);
    }

    /** What makes keys in another process. */
    KeyRotation rotation() {
        return new KeyRotation(keys(), database, clock, new SecureRandom());
    }

    DkimKeys keys() {
        return registry.dkim();
    }

    DomainKeys schedules() {
        return new DomainKeys(keys(), clock);
    }

    List<String> selectors() {
        return keys().published().of(DOMAIN).stream()
                .map(PublishedKey::selector)
                .toList();
    }

    List<String> signing() {
        return schedules().signing(DOMAIN).stream().map(key -> key.selector()).toList();
    }

    /** DNS as it shows what is published for these domains. */
    Resolver dns(DomainName... domains) {
        return (name, type, budget) -> {
            for (DomainName domain : domains) {
                for (PublishedKey key : keys().published().of(domain)) {
                    if (name.text().equals(key.selector() + "._domainkey." + domain)) {
                        return new Answer.Records(List.of(OwnRecords.record(key.text())), Duration.ofHours(1), false);
                    }
                }
            }
            return new Answer.NoSuchName();
        };
    }

    @Override
    public void close() {
        rotation.close();
        registry.close();
        journal.close();
        volume.close();
        database.close();
        registryData.close();
        journalData.close();
    }
}
