// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Changes;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Domains;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Sql;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeNote;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.Undo;

/** What domains want of the spam filter (迷惑メールフィルタ設定). Safe for any number of threads. */
public final class FilterPolicies implements Restorable {
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

    /** The same for a name that may be nobody's; {@link FilterPolicy#DEFAULT} then, too. */
    public FilterPolicy ofAny(DomainName domain) {
        return changes.read(connection -> {
            Optional<Domain> found = Domains.find(connection, domain);
            return found.isEmpty() ? FilterPolicy.DEFAULT : policy(connection, found.get());
        });
    }

    /** What is remembered is read again. */
    public void forget() {
        snapshot = new Snapshot(NEVER, Map.of());
    }

    /** Sets level, action and tag; lists and {@link Delays} stay. */
    public void set(DomainName domain, FilterLevel level, FilterAction action, boolean tag, Origin by) {
        set(
                domain,
                by,
                before -> new FilterPolicy(level, action, tag, before.delays(), before.allowed(), before.blocked()));
    }

    /** Sets all but the lists. */
    public void set(DomainName domain, Origin by, UnaryOperator<FilterPolicy> wanted) {
        change(domain, ChangeKind.FILTER, by, (connection, found) -> {
            FilterPolicy after = wanted.apply(policy(connection, found));
            setRow(connection, found.id().value(), after);
            return "the spam filter of domain " + domain + " became " + FilterText.words(ChangeKind.FILTER, after);
        });
    }

    private static void setRow(Connection connection, long domain, FilterPolicy policy) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO filter_policy (domain_id, level, action, tag, greylist, tarpit) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (domain_id) DO UPDATE SET level = excluded.level, action = excluded.action,"
                        + " tag = excluded.tag, greylist = excluded.greylist, tarpit = excluded.tarpit",
                domain,
                policy.level().name(),
                policy.action().name(),
                policy.tag(),
                policy.delays().greylist(),
                policy.delays().tarpit());
    }

    public void add(DomainName domain, Kind kind, SenderPattern pattern, Origin by) {
        change(domain, note(kind), by, (connection, found) -> {
            FilterPolicy untold = FilterPolicy.DEFAULT;
            Sql.update(
                    connection,
                    "INSERT INTO filter_policy (domain_id, level, action, tag) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    found.id().value(),
                    untold.level().name(),
                    untold.action().name(),
                    untold.tag());
            insert(connection, found.id().value(), kind, pattern);
            if (patterns(connection, found.id().value(), kind).size() > MAX_ENTRIES) {
                throw new RegistryException(Reason.OVER_LIMIT, "A list has at most " + MAX_ENTRIES + " entries.")
                        .as("filter-list-full", "limit", String.valueOf(MAX_ENTRIES));
            }
            return pattern + " came on the " + kind + " list of domain " + domain;
        });
    }

    private static void insert(Connection connection, long domain, Kind kind, SenderPattern pattern)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO filter_entry (domain_id, kind, pattern) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                domain,
                kind.name(),
                pattern.text());
    }

    public void remove(DomainName domain, Kind kind, SenderPattern pattern, Origin by) {
        change(domain, note(kind), by, (connection, found) -> {
            int deleted = Sql.update(
                    connection,
                    "DELETE FROM filter_entry WHERE domain_id = ? AND kind = ? AND pattern = ?",
                    found.id().value(),
                    kind.name(),
                    pattern.text());
            if (deleted == 0) {
                throw RegistryException.notFound("entry " + pattern);
            }
            return pattern + " was taken off the " + kind + " list of domain " + domain;
        });
    }

    private static ChangeKind note(Kind kind) {
        return kind == Kind.ALLOW ? ChangeKind.FILTER_ALLOWED : ChangeKind.FILTER_BLOCKED;
    }

    private interface Change {
        /** @return what was done, for the journal */
        String make(Connection connection, Domain domain) throws SQLException;
    }

    private void change(DomainName domain, ChangeKind kind, Origin by, Change change) {
        changes.make(by, connection -> change(connection, Domains.require(connection, domain), kind, change));
    }

    private static Changes.Done<Domain> change(Connection connection, Domain domain, ChangeKind kind, Change change)
            throws SQLException {
        FilterPolicy before = policy(connection, domain);
        String what = change.make(connection, domain);
        FilterPolicy after = policy(connection, domain);
        ChangeNote.Whose whose = new ChangeNote.Whose(domain.customer(), Optional.of(domain.id()), Optional.empty());
        return Changes.Done.of(domain, what)
                .noted(ChangeNote.of(kind, whose, domain.name().toString())
                        .from(FilterText.words(kind, before), FilterText.words(kind, after))
                        .undoneBy(new Undo.Setting(
                                Undo.Kind.FILTER,
                                domain.id().value(),
                                FilterText.write(before),
                                FilterText.write(after))));
    }

    private static FilterPolicy policy(Connection connection, Domain domain) throws SQLException {
        return all(connection).getOrDefault(domain.id(), FilterPolicy.DEFAULT);
    }

    @Override
    public Optional<String> state(long domain) {
        return changes.read(connection -> {
            Optional<Domain> found = Domains.find(connection, domain);
            return found.isEmpty() ? Optional.empty() : Optional.of(FilterText.write(policy(connection, found.get())));
        });
    }

    @Override
    public void restore(long id, String state, Origin by) {
        FilterPolicy wanted = FilterText.read(state);
        changes.make(by, connection -> {
            Domain domain = Domains.find(connection, id).orElseThrow(() -> RegistryException.notFound("domain"));
            ChangeKind kind = FilterText.difference(policy(connection, domain), wanted);
            return change(connection, domain, kind, (inside, _) -> {
                setRow(inside, id, wanted);
                Sql.update(inside, "DELETE FROM filter_entry WHERE domain_id = ?", id);
                for (SenderPattern pattern : wanted.allowed()) {
                    insert(inside, id, Kind.ALLOW, pattern);
                }
                for (SenderPattern pattern : wanted.blocked()) {
                    insert(inside, id, Kind.BLOCK, pattern);
                }
                return "the spam filter of domain " + domain.name() + " became what it was before";
            });
        });
    }

    private record Row(long domain, FilterLevel level, FilterAction action, boolean tag, Delays delays) {}

    private static Map<DomainId, FilterPolicy> all(Connection connection) throws SQLException {
        List<Row> rows = Sql.list(
                connection,
                row -> new Row(
                        row.getLong(1),
                        FilterLevel.valueOf(row.getString(2)),
                        FilterAction.valueOf(row.getString(3)),
                        row.getBoolean(4),
                        new Delays(row.getBoolean(5), row.getBoolean(6))),
                "SELECT domain_id, level, action, tag, greylist, tarpit FROM filter_policy");
        Map<DomainId, FilterPolicy> policies = new HashMap<>();
        for (Row row : rows) {
            policies.put(
                    new DomainId(row.domain()),
                    new FilterPolicy(
                            row.level(),
                            row.action(),
                            row.tag(),
                            row.delays(),
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
