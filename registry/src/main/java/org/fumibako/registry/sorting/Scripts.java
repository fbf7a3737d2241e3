// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Accounts;
import org.fumibako.registry.Changes;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Sql;

/**
 * The scripts that accounts and domains have. Whoever stores one has found it sound before. A refused change is a
 * {@link RegistryException}.
 */
public final class Scripts {
    /** Scripts of one account: one for each program that writes some, and a few for people who try things. */
    public static final int MAX_SCRIPTS = 20;

    /** Octets of one script: what {@code sieve} reads at most. */
    public static final int MAX_OCTETS = 256 * 1024;

    /** Octets of all scripts of an account. */
    public static final int MAX_TOTAL = 1024 * 1024;

    /** Characters of a name (RFC 5804 §1.6 wants 128). */
    public static final int MAX_NAME = 128;

    private final Changes changes;

    public Scripts(Changes changes) {
        this.changes = changes;
    }

    /** By name. */
    public List<StoredScript> list(EmailAddress account) {
        return changes.read(connection -> list(connection, id(connection, account)));
    }

    private static List<StoredScript> list(Connection connection, long account) throws SQLException {
        return Sql.list(
                connection,
                row -> new StoredScript(
                        row.getString(1),
                        octets(row.getString(2)),
                        row.getBoolean(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                "SELECT name, source, active, changed FROM sieve_script WHERE account_id = ? ORDER BY name",
                account);
    }

    /** The text of a script. */
    public Optional<String> get(EmailAddress account, String name) {
        return changes.read(connection -> source(connection, id(connection, account), name));
    }

    private static Optional<String> source(Connection connection, long account, String name) throws SQLException {
        return Sql.first(
                connection,
                row -> row.getString(1),
                "SELECT source FROM sieve_script WHERE account_id = ? AND name = ?",
                account,
                name);
    }

    /** Whether there is room for a script of that name and size; the exception says what is in the way. */
    public void requireRoom(EmailAddress account, String name, long octets) {
        changes.read(connection -> {
            requireRoom(connection, id(connection, account), name, octets);
            return true;
        });
    }

    static void requireRoom(Connection connection, long account, String name, long octets) throws SQLException {
        requireName(name);
        if (octets > MAX_OCTETS) {
            throw new RegistryException(Reason.OVER_LIMIT, "A script has " + MAX_OCTETS + " octets at most.");
        }
        List<StoredScript> others = list(connection, account).stream()
                .filter(script -> !script.name().equals(name))
                .toList();
        if (others.size() >= MAX_SCRIPTS) {
            throw new RegistryException(Reason.OVER_LIMIT, "An account has " + MAX_SCRIPTS + " scripts at most.");
        }
        if (others.stream().mapToLong(StoredScript::octets).sum() + octets > MAX_TOTAL) {
            throw new RegistryException(
                    Reason.OVER_LIMIT, "The scripts of an account have " + MAX_TOTAL + " octets together at most.");
        }
    }

    private static void requireName(String name) {
        boolean sound = !name.isEmpty()
                && name.length() <= MAX_NAME
                && name.codePoints().noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029);
        if (!sound) {
            throw new RegistryException(
                    Reason.INVALID,
                    "The name of a script has 1 to " + MAX_NAME + " characters, and no control characters.");
        }
    }

    /** Stores a script under a name; one that is active stays active. */
    public void put(EmailAddress account, String name, String source, Origin by) {
        make(account, "has a new script \"" + name + "\"", by, (connection, id) -> {
            requireRoom(connection, id, name, octets(source));
            Sql.update(
                    connection,
                    "INSERT INTO sieve_script (account_id, name, source, changed) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (account_id, name) DO UPDATE SET source = excluded.source,"
                            + " changed = excluded.changed",
                    id,
                    name,
                    source,
                    changes.now());
        });
    }

    /** Makes one the active script, or none. */
    public void activate(EmailAddress account, Optional<String> name, Origin by) {
        String what =
                name.map(some -> "sorts its mail by script \"" + some + "\"").orElse("sorts its mail by no script");
        make(account, what, by, (connection, id) -> {
            Sql.update(connection, "UPDATE sieve_script SET active = FALSE WHERE account_id = ? AND active = TRUE", id);
            if (name.isPresent()
                    && Sql.update(
                                    connection,
                                    "UPDATE sieve_script SET active = TRUE WHERE account_id = ? AND name = ?",
                                    id,
                                    name.get())
                            == 0) {
                throw noScript(name.get());
            }
        });
    }

    /** Refused for the active script (RFC 5804 §2.10). */
    public void delete(EmailAddress account, String name, Origin by) {
        make(account, "has no script \"" + name + "\" any more", by, (connection, id) -> {
            StoredScript script = require(connection, id, name);
            if (script.active()) {
                throw new RegistryException(
                        Reason.IN_USE, "The script \"" + name + "\" is active; deactivate it first.");
            }
            Sql.update(connection, "DELETE FROM sieve_script WHERE account_id = ? AND name = ?", id, name);
        });
    }

    /** An active script stays active. */
    public void rename(EmailAddress account, String name, String to, Origin by) {
        make(account, "calls its script \"" + name + "\" \"" + to + "\" now", by, (connection, id) -> {
            requireName(to);
            require(connection, id, name);
            if (source(connection, id, to).isPresent()) {
                throw new RegistryException(Reason.ALREADY_EXISTS, "There is a script \"" + to + "\" already.");
            }
            Sql.update(connection, "UPDATE sieve_script SET name = ? WHERE account_id = ? AND name = ?", to, id, name);
        });
    }

    private static StoredScript require(Connection connection, long account, String name) throws SQLException {
        return list(connection, account).stream()
                .filter(script -> script.name().equals(name))
                .findFirst()
                .orElseThrow(() -> noScript(name));
    }

    private static RegistryException noScript(String name) {
        return RegistryException.notFound("script \"" + name + "\"");
    }

    /** The script that all accounts of a domain have in common. */
    public Optional<String> ofDomain(DomainName domain) {
        return changes.read(connection -> Sql.first(
                connection,
                row -> row.getString(1),
                "SELECT s.source FROM sieve_domain s JOIN domain d ON d.id = s.domain_id WHERE d.name = ?",
                domain.ascii()));
    }

    /** @param source empty for none */
    public void putOfDomain(DomainName domain, Optional<String> source, Origin by) {
        changes.make(by, connection -> {
            if (source.filter(text -> octets(text) > MAX_OCTETS).isPresent()) {
                throw new RegistryException(Reason.OVER_LIMIT, "A script has " + MAX_OCTETS + " octets at most.");
            }
            long id = Sql.first(
                            connection, row -> row.getLong(1), "SELECT id FROM domain WHERE name = ?", domain.ascii())
                    .orElseThrow(() -> RegistryException.notFound("domain " + domain));
            Sql.update(connection, "DELETE FROM sieve_domain WHERE domain_id = ?", id);
            if (source.isPresent()) {
                Sql.update(
                        connection,
                        "INSERT INTO sieve_domain (domain_id, source, changed) VALUES (?, ?, ?)",
                        id,
                        source.get(),
                        changes.now());
            }
            String what = source.isPresent() ? " has new rules for all its accounts" : " has no rules for its accounts";
            return Changes.Done.of(true, "domain " + domain + what);
        });
    }

    private interface Change {
        void make(Connection connection, long account) throws SQLException;
    }

    private void make(EmailAddress address, String what, Origin by, Change change) {
        changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            change.make(connection, account.id().value());
            return new Changes.Done<>(true, Optional.of(account.id()), "account " + account.address() + " " + what);
        });
    }

    private static long id(Connection connection, EmailAddress account) throws SQLException {
        return Accounts.require(connection, account).id().value();
    }

    static long octets(String source) {
        return source.getBytes(StandardCharsets.UTF_8).length;
    }
}
