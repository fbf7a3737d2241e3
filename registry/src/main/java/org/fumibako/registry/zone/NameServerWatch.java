// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.Sql;
import org.fumibako.registry.zone.NameServerState.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks which name servers domains have, now and again, and remembers since when (requirement A7). In one process at a time, under a
 * lease; a look on demand is made by whoever is asked. Safe for any number of threads.
 */
public final class NameServerWatch implements AutoCloseable {
    /** How old what is known of a domain may be. */
    static final Duration INTERVAL = Duration.ofHours(1);

    /** Domains looked at in one round, a minute apart: enough for a hundred thousand in an hour, if DNS answers. */
    static final int ROUND = 2_000;

    /** Time for one round; the rest has its turn in the next. */
    private static final Duration ROUND_TIME = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String LEASE = "name-servers";
    private static final Origin ORIGIN = Origin.system("name-servers");

    /** A domain's own question, and one for each name above it. */
    private static final int QUESTIONS = 5;

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(NameServerWatch.class);

    private final Database database;
    private final Journal journal;
    private final Resolver resolver;
    private final Clock clock;
    private final Set<DnsName> ours;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("name-servers").factory());

    public NameServerWatch(Database database, Journal journal, Clock clock, ZoneSettings settings, Resolver resolver) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.resolver = resolver;
        this.ours = settings.nameServers().stream().map(DnsName::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Begins to look. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(
                this::roundSafely, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What is known of a domain; empty when it was not looked at yet. */
    public Optional<NameServerState> state(DomainName domain) {
        return database.read(connection -> state(connection, id(connection, domain)));
    }

    /** Looks now; empty when DNS does not answer and never did. What DNS does not answer is as it was. */
    public Optional<NameServerState> check(DomainName domain) {
        long id = database.read(connection -> id(connection, domain));
        Optional<NameServerState> seen = look(domain);
        if (seen.isEmpty()) {
            return database.read(connection -> state(connection, id));
        }
        Optional<NameServerState> before = database.read(connection -> state(connection, id));
        boolean same = before.isPresent() && before.get().isSame(seen.get());
        NameServerState now = same
                ? new NameServerState(
                        seen.get().standing(),
                        seen.get().servers(),
                        before.get().since(),
                        seen.get().checked())
                : seen.get();
        database.write(connection -> {
            // The domain may be gone by now.
            return Sql.exists(connection, "SELECT 1 FROM domain WHERE id = ?", id) ? write(connection, id, now) : 0;
        });
        if (!same && before.isPresent()) {
            JournalEvent event = new JournalEvent.DnsChanged(domain.ascii(), "name servers are now " + sentence(now));
            journal.record(new JournalEvent.Entry(Optional.empty(), ORIGIN, event));
        }
        return Optional.of(now);
    }

    /** One round over the domains that are due; returns how many were looked at. Nothing happens while another process has the lease. */
    public int round() {
        Optional<Database.Lease> lease = database.lease(LEASE, ROUND_TIME.multipliedBy(2));
        if (lease.isEmpty()) {
            return 0;
        }
        try {
            Instant end = clock.instant().plus(ROUND_TIME);
            int looked = 0;
            for (DomainName domain : due()) {
                if (Thread.currentThread().isInterrupted() || clock.instant().isAfter(end)) {
                    break;
                }
                checkDue(domain);
                looked++;
            }
            return looked;
        } finally {
            lease.get().close();
        }
    }

    private void checkDue(DomainName domain) {
        try {
            check(domain);
        } catch (RegistryException gone) {
            LOG.debug("name servers: {} was deleted meanwhile", domain);
        }
    }

    private void roundSafely() {
        try {
            round();
        } catch (RuntimeException failed) {
            LOG.warn("name servers: a round failed; the next one goes on", failed);
        }
    }

    private List<DomainName> due() {
        long before = clock.instant().minus(INTERVAL).toEpochMilli();
        return database.read(connection -> Sql.list(
                connection,
                row -> DomainName.of(row.getString(1)),
                "SELECT name FROM domain LEFT JOIN name_server_state ON domain_id = domain.id"
                        + " WHERE checked IS NULL OR checked <= ? ORDER BY COALESCE(checked, 0), name LIMIT " + ROUND,
                before));
    }

    /** Asks about the domain, and, where it is only a name in a zone, about those above it that may be the zone. */
    private Optional<NameServerState> look(DomainName domain) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        DnsName at = DnsName.of(domain);
        while (true) {
            switch (resolver.resolve(at, RecordType.NS, budget)) {
                case Answer.Records records -> {
                    return Optional.of(state(records));
                }
                case Answer.NoSuchName _ -> {
                    return Optional.of(none());
                }
                case Answer.Failure failure -> {
                    LOG.debug("name servers of {}: {} {}", at, failure.reason(), failure.detail());
                    return Optional.empty();
                }
                case Answer.NoData _ -> {
                    at = at.parent().orElse(DnsName.ROOT);
                    if (at.labels().size() < 2) {
                        return Optional.of(none());
                    }
                }
            }
        }
    }

    private NameServerState state(Answer.Records records) {
        List<DnsName> servers = records.all(RecordData.Ns.class).stream()
                .map(RecordData.Ns::host)
                .distinct()
                .sorted()
                .toList();
        long known = servers.stream().filter(ours::contains).count();
        Standing standing =
                known == servers.size() ? Standing.OURS : known > 0 ? Standing.PARTLY_OURS : Standing.ELSEWHERE;
        return new NameServerState(standing, servers, clock.instant(), clock.instant());
    }

    private NameServerState none() {
        return new NameServerState(Standing.NOT_DELEGATED, List.of(), clock.instant(), clock.instant());
    }

    private static String sentence(NameServerState state) {
        String names = state.servers().stream().map(DnsName::text).collect(Collectors.joining(", "));
        return switch (state.standing()) {
            case OURS -> names + ", which are ours";
            case PARTLY_OURS -> names + ", of which some are ours";
            case ELSEWHERE -> names + ", which are not ours";
            case NOT_DELEGATED -> "none";
        };
    }

    private static long id(Connection connection, DomainName domain) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), "SELECT id FROM domain WHERE name = ?", domain.ascii())
                .orElseThrow(() -> RegistryException.notFound("domain " + domain));
    }

    private static Optional<NameServerState> state(Connection connection, long domain) throws SQLException {
        return Sql.first(
                connection,
                NameServerWatch::state,
                "SELECT standing, servers, since, checked FROM name_server_state WHERE domain_id = ?",
                domain);
    }

    private static NameServerState state(ResultSet row) throws SQLException {
        return new NameServerState(
                Standing.valueOf(row.getString(1)),
                Stream.of(row.getString(2).split(" ", -1))
                        .filter(name -> !name.isEmpty())
                        .map(DnsName::of)
                        .toList(),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private static int write(Connection connection, long domain, NameServerState state) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO name_server_state (domain_id, standing, servers, since, checked) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (domain_id) DO UPDATE SET standing = excluded.standing, servers = excluded.servers,"
                        + " since = excluded.since, checked = excluded.checked",
                domain,
                state.standing().name(),
                state.servers().stream().map(DnsName::text).collect(Collectors.joining(" ")),
                state.since().toEpochMilli(),
                state.checked().toEpochMilli());
    }
}
