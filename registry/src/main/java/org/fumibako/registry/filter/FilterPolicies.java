// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Domains;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Sql;

/** What domains want of the spam filter (迷惑メールフィルタ設定). Safe for any number of threads. */
public final class FilterPolicies {
    /** Entries of one domain in each of its lists; all of them are compared with each message. */
    public static final int MAX_ENTRIES = 500;

    private static final long AGE_MILLIS = 1_000;

    /** So long ago that it is too old. */
    private static final long NEVER = 0;

    private final Changes changes;
    private volatile Snapshot snapshot = new Snapshot(NEVER, Map.of());

    private record Snapshot(long readAt, Map<DomainId, FilterPolicy> policies) {}

    /** Which of the two lists. */
    public enum Kind {
        ALLOW,
        BLOCK
    }

    public FilterPolicies(Changes changes) {
        this.changes = changes;
    }

    /** From memory, at most a second old; {@link FilterPolicy#DEFAULT} for a domain that has none. */
    public FilterPolicy of(DomainId domain) {
        Snapshot known = snapshot;
        long now = changes.now();
        if (now - known.readAt() >= AGE_MILLIS || now < known.readAt()) {
            known = new Snapshot(now, changes.read(FilterPolicies::all));
            snapshot = known;
        }
        return known.policies().getOrDefault(domain, FilterPolicy.DEFAULT);
    }

    public FilterPolicy of(DomainName domain) {
        return changes.read(connection -> {
            Domain found = Domains.require(connection, domain);
            return all(connection).getOrDefault(found.id(), FilterPolicy.DEFAULT);
        });
    }

    /** What is remembered is read again. */
    public void forget() {
        snapshot = new Snapshot(NEVER, Map.of());
    }

    /** Sets all but the lists. */
    public void set(DomainName domain, FilterLevel level, FilterAction action, boolean tag, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            Sql.update(
                    connection,
                    "INSERT INTO filter_policy (domain_id, level, action, tag) VALUES (?, ?, ?, ?) ON CONFLICT (domain_id)"
                            + " DO UPDATE SET level = excluded.level, action = excluded.action, tag = excluded.tag",
                    found.id().value(),
                    level.name(),
                    action.name(),
                    tag);
            return Changes.Done.of(
                    found,
                    "the spam filter of domain " + domain + " became " + level + ", spam: " + action
                            + (tag ? " with [SPAM]" : " without [SPAM]"));
        });
    }

    public void add(DomainName domain, Kind kind, SenderPattern pattern, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            FilterPolicy untold = FilterPolicy.DEFAULT;
            Sql.update(
                    connection,
                    "INSERT INTO filter_policy (domain_id, level, action, tag) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    found.id().value(),
                    untold.level().name(),
                    untold.action().name(),
                    untold.tag());
            Sql.update(
                    connection,
                    "INSERT INTO filter_entry (domain_id, kind, pattern) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    found.id().value(),
                    kind.name(),
                    pattern.text());
            if (patterns(connection, found.id().value(), kind).size() > MAX_ENTRIES) {
                throw new RegistryException(Reason.OVER_LIMIT, "A list has at most " + MAX_ENTRIES + " entries.");
            }
            return Changes.Done.of(found, pattern + " came on the " + kind + " list of domain " + domain);
        });
    }

    public void remove(DomainName domain, Kind kind, SenderPattern pattern, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            int deleted = Sql.update(
                    connection,
                    "DELETE FROM filter_entry WHERE domain_id = ? AND kind = ? AND pattern = ?",
                    found.id().value(),
                    kind.name(),
                    pattern.text());
            if (deleted == 0) {
                throw RegistryException.notFound("entry " + pattern);
            }
            return Changes.Done.of(found, pattern + " was taken off the " + kind + " list of domain " + domain);
        });
    }

    private record Row(long domain, FilterLevel level, FilterAction action, boolean tag) {}

    private static Map<DomainId, FilterPolicy> all(Connection connection) throws SQLException {
        List<Row> rows = Sql.list(
                connection,
                row -> new Row(
                        row.getLong(1),
                        FilterLevel.valueOf(row.getString(2)),
                        FilterAction.valueOf(row.getString(3)),
                        row.getBoolean(4)),
                "SELECT domain_id, level, action, tag FROM filter_policy");
        Map<DomainId, FilterPolicy> policies = new HashMap<>();
        for (Row row : rows) {
            policies.put(
                    new DomainId(row.domain()),
                    new FilterPolicy(
                            row.level(),
                            row.action(),
                            row.tag(),
                            patterns(connection, row.domain(), Kind.ALLOW),
                            patterns(connection, row.domain(), Kind.BLOCK)));
        }
        return policies;
    }

    private static List<SenderPattern> patterns(Connection connection, long domain, Kind kind) throws SQLException {
        return Sql.list(
                connection,
                row -> new SenderPattern(row.getString(1)),
                "SELECT pattern FROM filter_entry WHERE domain_id = ? AND kind = ? ORDER BY pattern",
                domain,
                kind.name());
    }
}
