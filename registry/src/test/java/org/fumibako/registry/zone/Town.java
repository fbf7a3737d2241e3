// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.Zone;
import org.fumibako.dns.server.ZoneSource;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;

/** A registry with zones over fresh databases; what the zones tell is remembered. Closed, it leaves nothing. */
final class Town implements AutoCloseable {
    static final Origin DESK = Origin.system("desk");
    static final DomainName HOST = DomainName.of("sv001.example.net");
    static final Instant START = Instant.parse("2026-11-25T04:05:06Z");

    final Keys keys = new Keys();
    final NameServersContract.World world = new NameServersContract.World();
    final List<Zone> replaced = new ArrayList<>();
    final List<DnsName> removed = new ArrayList<>();
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    private final TestDatabase registryData;
    private final TestDatabase journalData;
    private final Database database;
    private final Database volume;
    private final Journal journal;
    private final Registry registry;
    private Zones zones;

    Town(TestDatabase registryData, TestDatabase journalData) {
        this.registryData = registryData;
        this.journalData = journalData;
        this.database = registryData.open();
        this.volume = journalData.open();
        this.journal = new Journal(volume, clock);
        this.registry = new Registry(database, journal, clock, new SecureRandom());
        this.zones = open(settings());
        for (String customer : List.of("one", "two")) {
            registry.customers().add(customer, customer, Plan.STANDARD, DESK);
        }
    }

    /** Everything that can be set is. */
    static ZoneSettings settings() {
        return new ZoneSettings(
                HOST,
                List.of(InetAddress.ofLiteral("192.0.2.25"), InetAddress.ofLiteral("2001:db8::25")),
                List.of(DomainName.of("ns1.example.net"), DomainName.of("ns2.example.net")),
                DnsName.of("hostmaster.example.net"),
                List.of(DomainName.of("spf.provider.example")),
                Optional.of(EmailAddress.of("dmarc@example.net")),
                Optional.of(EmailAddress.of("tls@example.net")),
                Optional.of(new StsPolicy(StsPolicy.Mode.TESTING, StsPolicy.DEFAULT_MAX_AGE)),
                ZoneSettings.of(HOST).services());
    }

    /** As a process that starts on the same data, perhaps with another configuration; what was told before is forgotten. */
    Zones open(ZoneSettings settings) {
        if (zones != null) {
            zones.close();
        }
        zones = new Zones(database, registry.domains(), clock, settings, keys);
        replaced.clear();
        removed.clear();
        zones.onChange(new ZoneSource.Listener() {
            @Override
            public void replaced(Zone zone) {
                replaced.add(zone);
            }

            @Override
            public void removed(DnsName apex) {
                removed.add(apex);
            }
        });
        return zones;
    }

    Registry registry() {
        return registry;
    }

    /** The registry of another process on the same data. */
    Registry colleague() {
        return new Registry(database, journal, clock, new SecureRandom());
    }

    Database database() {
        return database;
    }

    Journal journal() {
        return journal;
    }

    Zones zones() {
        return zones;
    }

    /** An editor before which {@code include:many.example} means too many look-ups. */
    ZoneEditor editor() {
        SpfCheck check = (record, _) -> record.contains("include:many.example")
                ? Optional.of(new SpfCheck.Problem(ZoneRefusal.SPF_LOOK_UPS, "Too many."))
                : Optional.empty();
        return new ZoneEditor(zones, journal, clock, check);
    }

    DomainName domain(String name, String customer) {
        return registry.domains().add(DomainName.of(name), customer, DESK).name();
    }

    /** The zone that was told of last. */
    Zone last() {
        return replaced.getLast();
    }

    /** A zone's records as lines, without its SOA. */
    static List<String> lines(Zone zone) {
        return ZoneText.format(zone.records())
                .lines()
                .filter(line -> !line.contains(" SOA "))
                .toList();
    }

    /** Every row of the journal, oldest first. */
    List<JournalRow> rows() {
        journal.flush();
        return journal.read(JournalQuery.latest(1000)).reversed();
    }

    @Override
    public void close() {
        zones.close();
        registry.close();
        journal.close();
        volume.close();
        database.close();
        registryData.close();
        journalData.close();
    }

    /** Keys that a test gives to domains. */
    static final class Keys implements PublishedKeys {
        private final Map<DomainName, List<PublishedKey>> keys = new HashMap<>();
        private final List<Consumer<DomainName>> listeners = new ArrayList<>();

        void set(DomainName domain, PublishedKey... now) {
            setSilently(domain, now);
            listeners.forEach(listener -> listener.accept(domain));
        }

        /** As when somebody else tells. */
        void setSilently(DomainName domain, PublishedKey... now) {
            keys.put(domain, List.of(now));
        }

        @Override
        public List<PublishedKey> of(DomainName domain) {
            return keys.getOrDefault(domain, List.of());
        }

        @Override
        public void onChange(Consumer<DomainName> listener) {
            listeners.add(listener);
        }
    }
}
