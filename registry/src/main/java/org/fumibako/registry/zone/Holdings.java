// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Sql;

/**
 * Which domains make a zone together: a domain is in the zone of the topmost domain above it of the same customer. Below a domain
 * that somebody else had first there is no zone: nobody takes names out of another's zone by adding them.
 */
final class Holdings {
    private static final String SELECT = "SELECT id, customer_id, name FROM domain";

    private final Map<DomainName, Holding> byName = new TreeMap<>();

    Holdings(Collection<Holding> domains) {
        domains.forEach(domain -> byName.put(domain.name(), domain));
    }

    static Holdings all(Connection connection) throws SQLException {
        return new Holdings(Sql.list(connection, Holdings::holding, SELECT));
    }

    /** The domains at, above and below a name, and beside it as far as they may be in a zone with it. */
    static Holdings around(Connection connection, DomainName name) throws SQLException {
        List<Holding> found = new ArrayList<>();
        DomainName top = name;
        for (DomainName at : line(name)) {
            Optional<Holding> here = Sql.first(connection, Holdings::holding, SELECT + " WHERE name = ?", at.ascii());
            if (here.isPresent()) {
                found.add(here.get());
                top = at;
            }
        }
        found.addAll(Sql.list(connection, Holdings::holding, SELECT + " WHERE name LIKE ?", "%." + top.ascii()));
        return new Holdings(found);
    }

    Collection<Holding> domains() {
        return byName.values();
    }

    Optional<Holding> find(DomainName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The nearest domain at or above a name. */
    Optional<Holding> nearest(DomainName name) {
        return line(name).stream().flatMap(at -> find(at).stream()).findFirst();
    }

    /** Where the zone that a domain is in begins; empty when it has none. */
    Optional<DomainName> apex(Holding domain) {
        Holding top = domain;
        for (DomainName at : line(domain.name())) {
            Holding above = byName.get(at);
            if (above == null) {
                continue;
            }
            if (above.customer() == domain.customer()) {
                top = above;
            } else {
                return above.id() < top.id() ? Optional.empty() : Optional.of(top.name());
            }
        }
        return Optional.of(top.name());
    }

    /** The domains of each zone by its apex; the apex itself comes first. */
    Map<DomainName, List<Holding>> zones() {
        Map<DomainName, List<Holding>> zones = new HashMap<>();
        for (Holding domain : byName.values()) {
            apex(domain).ifPresent(apex -> {
                List<Holding> members = zones.computeIfAbsent(apex, _ -> new ArrayList<>());
                members.add(domain.name().equals(apex) ? 0 : members.size(), domain);
            });
        }
        return zones;
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(row.getLong(1), row.getLong(2), DomainName.of(row.getString(3)));
    }

    /** A name and those above it. */
    static List<DomainName> line(DomainName name) {
        List<DomainName> line = new ArrayList<>();
        String at = name.ascii();
        while (true) {
            line.add(DomainName.of(at));
            int dot = at.indexOf('.');
            if (dot < 0) {
                return line;
            }
            at = at.substring(dot + 1);
        }
    }
}
