// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fumibako.db.Database;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.Zone;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.ZoneVersions.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Zones in the database: read, changed and given serials, each in one transaction, so that a serial and what it stands for cannot part.
 * Keys are asked for before a transaction begins; whoever keeps them tells when they change.
 */
final class ZoneBook {
    /** Zones that get a serial in one transaction; a bound on how long the writer is held at a start. */
    private static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ZoneBook.class);

    private final Database database;
    private final PublishedKeys keys;
    private final ZoneComposer composer;
    private final ZoneVersions versions;

    ZoneBook(Database database, ZoneSettings settings, PublishedKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.composer = new ZoneComposer(settings);
        this.versions = new ZoneVersions(composer, clock);
    }

    /** Zones as they are, names that are no zones any more, and the highest revision seen. */
    record State(List<Zone> zones, Set<DomainName> gone, long revision) {}

    /** What is new, and zones of which we do not see yet what was published. */
    record News(State state, Set<DomainName> late) {}

    /** Everything that a start reads, of one moment. */
    private record Start(Holdings domains, ZoneRows rows, List<Version> versions) {}

    ZoneComposer composer() {
        return composer;
    }

    Database database() {
        return database;
    }

    /** All zones; those that are not as they were last published get new serials. */
    State all() {
        Start start = database.read(connection ->
                new Start(Holdings.all(connection), ZoneRows.all(connection), versions.since(connection, 0)));
        Map<DomainName, List<PublishedKey>> published = keys(start.domains());
        Map<DomainName, List<Holding>> members = start.domains().zones();
        List<Zone> zones = new ArrayList<>();
        Set<DomainName> changed = new HashSet<>(members.keySet());
        for (Version version : start.versions()) {
            List<Holding> domains = members.get(version.apex());
            if (domains != null) {
                ZoneContent content = start.rows().content(domains, published);
                unchanged(content, version).ifPresent(zone -> {
                    zones.add(zone);
                    changed.remove(version.apex());
                });
            } else if (version.isServed()) {
                changed.add(version.apex());
            }
        }
        State rest = refresh(changed);
        zones.addAll(rest.zones());
        long seen = start.versions().isEmpty() ? 0 : start.versions().getLast().revision();
        return new State(zones, rest.gone(), seen);
    }

    /** Publishes these zones as they are now, and withdraws those that are none; the answer's revision says nothing. */
    State refresh(Collection<DomainName> apexes) {
        List<DomainName> all = List.copyOf(apexes);
        List<Zone> zones = new ArrayList<>();
        Set<DomainName> gone = new HashSet<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<DomainName> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            Map<DomainName, List<PublishedKey>> published =
                    keys(database.<Holdings>read(connection -> domains(connection, batch)));
            State state = database.write(connection -> refresh(connection, batch, published));
            zones.addAll(state.zones());
            gone.addAll(state.gone());
        }
        return new State(zones, gone, 0);
    }

    private State refresh(Connection connection, List<DomainName> apexes, Map<DomainName, List<PublishedKey>> published)
            throws SQLException {
        Holdings domains = domains(connection, apexes);
        Map<DomainName, List<Holding>> members = domains.zones();
        List<Zone> zones = new ArrayList<>();
        Set<DomainName> gone = new HashSet<>();
        for (DomainName apex : apexes) {
            List<Holding> zone = members.get(apex);
            if (zone == null) {
                versions.withdraw(connection, apex);
                gone.add(apex);
            } else {
                publish(connection, ZoneRows.of(connection, zone).content(zone, published))
                        .ifPresent(zones::add);
            }
        }
        return new State(zones, gone, 0);
    }

    /** One zone that cannot be made must not keep the others from being served. */
    private Optional<Zone> publish(Connection connection, ZoneContent content) throws SQLException {
        try {
            return Optional.of(versions.publish(connection, content));
        } catch (IllegalArgumentException impossible) {
            LOG.error("dns: zone {} stays as it was: {}", content.domain(), impossible.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What other processes have published since a revision, and of zones that were late before.
     *
     * @param known serials, of which nothing has to be read again: a serial stands for one content
     */
    News since(long revision, Set<DomainName> lateBefore, Map<DnsName, Long> known) {
        List<Version> news = database.read(connection -> {
            List<Version> all = new ArrayList<>(versions.since(connection, revision));
            for (DomainName apex : lateBefore) {
                versions.find(connection, apex).ifPresent(all::add);
            }
            return all;
        });
        List<Zone> zones = new ArrayList<>();
        Set<DomainName> gone = new HashSet<>();
        Set<DomainName> late = new HashSet<>();
        long seen = revision;
        for (Version version : news) {
            seen = Math.max(seen, version.revision());
            if (!version.isServed()) {
                gone.add(version.apex());
            } else if (!Objects.equals(known.get(DnsName.of(version.apex())), version.serial())) {
                content(version.apex())
                        .flatMap(content -> unchanged(content, version))
                        .ifPresentOrElse(zones::add, () -> late.add(version.apex()));
            }
        }
        return new News(new State(zones, gone, seen), late);
    }

    private Optional<Zone> unchanged(ZoneContent content, Version version) {
        try {
            return versions.zone(content, version);
        } catch (IllegalArgumentException impossible) {
            LOG.error("dns: zone {} is left out: {}", content.domain(), impossible.getMessage());
            return Optional.empty();
        }
    }

    /** The domains whose zones may be others when a domain comes or goes: it, those above, those below. */
    Set<DomainName> relatives(DomainName domain) {
        Set<DomainName> relatives = new HashSet<>(Set.of(domain));
        database.read(connection -> Holdings.around(connection, domain)).domains().stream()
                .map(Holding::name)
                .filter(name -> isUnder(name, domain) || isUnder(domain, name))
                .forEach(relatives::add);
        return relatives;
    }

    /** What the zone is made of that begins at a domain; empty when none does. */
    private Optional<ZoneContent> content(DomainName apex) {
        Map<DomainName, List<PublishedKey>> published = keysAround(apex);
        return database.read(connection -> {
            List<Holding> members = Holdings.around(connection, apex).zones().getOrDefault(apex, List.of());
            return members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ZoneRows.of(connection, members).content(members, published));
        });
    }

    /**
     * What the zone is made of that a domain is in.
     *
     * @throws RegistryException when there is no such domain
     * @throws ZoneRefusedException when it has no zone
     */
    ZoneContent require(DomainName domain) {
        Map<DomainName, List<PublishedKey>> published = keysAround(domain);
        return database.read(connection -> require(connection, domain, published));
    }

    /** The keys of the domains around one. */
    Map<DomainName, List<PublishedKey>> keysAround(DomainName domain) {
        return keys(database.<Holdings>read(connection -> Holdings.around(connection, domain)));
    }

    /** Within a transaction; see {@link #require(DomainName)}. */
    static ZoneContent require(Connection connection, DomainName domain, Map<DomainName, List<PublishedKey>> published)
            throws SQLException {
        Holdings domains = Holdings.around(connection, domain);
        Holding holding = domains.find(domain).orElseThrow(() -> RegistryException.notFound("domain " + domain));
        DomainName apex = domains.apex(holding)
                .orElseThrow(() -> new ZoneRefusedException(
                        ZoneRefusal.NO_ZONE,
                        domain + " has no zone here: it is below a domain that another customer had first."));
        List<Holding> members = domains.zones().getOrDefault(apex, List.of());
        return ZoneRows.of(connection, members).content(members, published);
    }

    /** The zone that a domain is in, under the serial that it was published with last. */
    Zone served(DomainName domain) {
        ZoneContent content = require(domain);
        long serial = database.read(connection -> versions.find(connection, content.domain()))
                .map(Version::serial)
                .orElse(0L);
        return composer.zone(content, serial);
    }

    /** Publishes within a transaction that has just changed the zone. */
    Zone publishChange(Connection connection, ZoneContent content) throws SQLException {
        return versions.publish(connection, content);
    }

    /** Has every zone get a new serial at the next start, above what may have been published since a copy of the database was made. */
    static void renew(Database database) {
        database.write(connection -> {
            ZoneVersions.renew(connection);
            return true;
        });
    }

    private static Holdings domains(Connection connection, List<DomainName> apexes) throws SQLException {
        return apexes.size() == 1 ? Holdings.around(connection, apexes.getFirst()) : Holdings.all(connection);
    }

    private Map<DomainName, List<PublishedKey>> keys(Holdings domains) {
        return keys.of(domains.domains().stream().map(Holding::name).toList());
    }

    private static boolean isUnder(DomainName name, DomainName above) {
        return name.equals(above) || name.ascii().endsWith("." + above.ascii());
    }
}
