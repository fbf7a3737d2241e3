// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.dkim;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Changes;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.Sql;
import org.fumibako.registry.zone.PublishedKeys;

/**
 * Keeps the keys that domains sign with, and which domains sign. Keys are answered from memory: what this process changes is seen at
 * once, what another does within a minute, which is nothing beside the days after which a new key begins to sign. Thread-safe.
 */
public final class DkimKeys {
    /** Domains whose keys are in memory, some four kilobytes each. */
    private static final int HELD = 10_000;

    private static final Duration AGE = Duration.ofMinutes(1);

    private static final String SELECT = "SELECT name, selector, algorithm, private_key, public_key, record,"
            + " dkim_key.created FROM dkim_key JOIN domain ON domain.id = domain_id";

    private final Changes changes;
    private final List<Consumer<DomainName>> listeners = new CopyOnWriteArrayList<>();
    private final LoadingCache<DomainName, List<SigningKey>> held;

    public DkimKeys(Changes changes) {
        this.changes = changes;
        this.held =
                Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(HELD).build(this::load);
    }

    /** Tells {@code listener} of every domain whose keys this process changes, by the thread that does: it must not block or fail. */
    public void onChange(Consumer<DomainName> listener) {
        listeners.add(listener);
    }

    /** What is published of the keys: every one that is kept. */
    public PublishedKeys published() {
        return new KeyRecords(this);
    }

    /** The keys of a domain, the oldest first; none when it does not sign, has none yet, or is not ours. */
    public List<SigningKey> of(DomainName domain) {
        return held.get(domain);
    }

    private List<SigningKey> load(DomainName domain) {
        return List.copyOf(changes.read(connection -> Sql.list(
                connection,
                DkimKeys::key,
                SELECT + " WHERE name = ? ORDER BY dkim_key.created, selector",
                domain.ascii())));
    }

    /** The domains that sign, by name, whether they have keys yet or not. */
    public List<DomainName> signing() {
        return changes.read(
                connection -> Sql.list(connection, DkimKeys::name, "SELECT name FROM domain WHERE dkim ORDER BY name"));
    }

    /** The domains that sign and have no key. */
    public List<DomainName> waiting() {
        return changes.read(connection -> Sql.list(
                connection,
                DkimKeys::name,
                "SELECT name FROM domain WHERE dkim AND NOT EXISTS"
                        + " (SELECT 1 FROM dkim_key WHERE domain_id = domain.id) ORDER BY name"));
    }

    /** Whether the domain is to sign and has no key; asks the database, and what it says is believed from then on. */
    public boolean waits(DomainName domain) {
        boolean waits = changes.read(connection -> Sql.exists(
                connection,
                "SELECT 1 FROM domain WHERE name = ? AND dkim AND NOT EXISTS"
                        + " (SELECT 1 FROM dkim_key WHERE domain_id = domain.id)",
                domain.ascii()));
        if (!waits) {
            held.invalidate(domain);
        }
        return waits;
    }

    /** Whether the domain signs. */
    public boolean signs(DomainName domain) {
        return changes.read(connection -> {
            require(connection, domain);
            return signs(connection, domain);
        });
    }

    /** Keeps new keys of one domain; those of a domain that is gone or signs no more are dropped, and the answer is false. */
    public boolean keep(DomainName domain, Collection<SigningKey> keys, Origin by) {
        try {
            changes.make(by, connection -> {
                long id = requireSigning(connection, domain);
                for (SigningKey key : keys) {
                    insert(connection, id, key);
                }
                return Changes.Done.of(true, "domain " + domain + " got DKIM keys " + names(keys));
            });
        } catch (RegistryException notAnyMore) {
            return false;
        }
        changed(domain);
        return true;
    }

    /** Deletes one key; what it signed can be verified no longer than caches remember its record. */
    public void delete(DomainName domain, String selector, Origin by) {
        changes.make(by, connection -> {
            long id = require(connection, domain);
            if (Sql.update(connection, "DELETE FROM dkim_key WHERE domain_id = ? AND selector = ?", id, selector)
                    == 0) {
                throw RegistryException.notFound("key " + selector + " of domain " + domain);
            }
            return Changes.Done.of(true, "DKIM key " + selector + " of domain " + domain + " was deleted");
        });
        changed(domain);
    }

    /** Lets a domain sign, with keys that are still to be made, or not sign any more: its keys are deleted then. */
    public void sign(DomainName domain, boolean signs, Origin by) {
        changes.make(by, connection -> {
            long id = require(connection, domain);
            Sql.update(connection, "UPDATE domain SET dkim = ? WHERE id = ?", signs, id);
            if (!signs) {
                Sql.update(connection, "DELETE FROM dkim_key WHERE domain_id = ?", id);
            }
            return Changes.Done.of(
                    true, "domain " + domain + (signs ? " signs its mail" : " does not sign its mail any more"));
        });
        changed(domain);
    }

    /** A domain may have come, gone or changed hands: nothing in memory is believed any more. */
    public void forget() {
        held.invalidateAll();
    }

    private void changed(DomainName domain) {
        held.invalidate(domain);
        listeners.forEach(listener -> listener.accept(domain));
    }

    private static boolean signs(Connection connection, DomainName domain) throws SQLException {
        return Sql.exists(connection, "SELECT 1 FROM domain WHERE name = ? AND dkim", domain.ascii());
    }

    private static long require(Connection connection, DomainName domain) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), "SELECT id FROM domain WHERE name = ?", domain.ascii())
                .orElseThrow(() -> RegistryException.notFound("domain " + domain));
    }

    private static long requireSigning(Connection connection, DomainName domain) throws SQLException {
        if (!signs(connection, domain)) {
            throw RegistryException.notFound("domain " + domain + " that signs");
        }
        return require(connection, domain);
    }

    private static void insert(Connection connection, long domain, SigningKey key) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO dkim_key (domain_id, selector, algorithm, private_key, public_key, record, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                domain,
                key.selector(),
                key.algorithm(),
                Base64.getEncoder().encodeToString(key.privateKey()),
                Base64.getEncoder().encodeToString(key.publicKey()),
                key.record(),
                key.created().toEpochMilli());
    }

    private static String names(Collection<SigningKey> keys) {
        return keys.stream().map(SigningKey::selector).collect(Collectors.joining(", "));
    }

    private static DomainName name(ResultSet row) throws SQLException {
        return DomainName.of(row.getString(1));
    }

    private static SigningKey key(ResultSet row) throws SQLException {
        return new SigningKey(
                name(row),
                row.getString(2),
                row.getString(3),
                Base64.getDecoder().decode(row.getString(4)),
                Base64.getDecoder().decode(row.getString(5)),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
