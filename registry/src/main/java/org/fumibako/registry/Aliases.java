// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.journal.Origin;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;

/** Addresses that lead to accounts: never to another customer's, and never to another alias, so that none can go round. */
public final class Aliases {
    /** Accounts behind one alias; mailing lists are something else. */
    public static final int MAX_TARGETS = 100;

    private static final String SELECT = "SELECT id, customer_id, address FROM alias";

    private final Changes changes;

    Aliases(Changes changes) {
        this.changes = changes;
    }

    public Alias add(EmailAddress address, List<EmailAddress> targets, Origin by) {
        return changes.make(by, connection -> {
            Domain domain = Domains.require(connection, address.domain());
            Addresses.requireFree(connection, address);
            long id = Sql.nextId(connection, "alias");
            Sql.update(
                    connection,
                    "INSERT INTO alias (id, customer_id, domain_id, address, address_key) VALUES (?, ?, ?, ?, ?)",
                    id,
                    domain.customer().value(),
                    domain.id().value(),
                    address.toString(),
                    address.key());
            aim(connection, new Found(id, domain.customer(), address), targets);
            return Changes.Done.of(alias(connection, address), "alias " + address + " was added to " + named(targets));
        });
    }

    /** Lets it lead to {@code targets} instead. */
    public Alias change(EmailAddress address, List<EmailAddress> targets, Origin by) {
        return changes.make(by, connection -> {
            Found found = require(connection, address);
            Sql.update(connection, "DELETE FROM alias_target WHERE alias_id = ?", found.id());
            aim(connection, found, targets);
            return Changes.Done.of(
                    alias(connection, address), "alias " + address + " was changed to " + named(targets));
        });
    }

    public void delete(EmailAddress address, Origin by) {
        changes.make(by, connection -> {
            Found found = require(connection, address);
            Sql.update(connection, "DELETE FROM alias WHERE id = ?", found.id());
            return Changes.Done.of(found, "alias " + found.address() + " was deleted");
        });
    }

    public List<Alias> list() {
        return changes.read(connection ->
                complete(connection, Sql.list(connection, Aliases::found, SELECT + " ORDER BY address_key")));
    }

    public List<Alias> list(DomainId domain) {
        return changes.read(connection -> complete(
                connection,
                Sql.list(
                        connection,
                        Aliases::found,
                        SELECT + " WHERE domain_id = ? ORDER BY address_key",
                        domain.value())));
    }

    public Optional<Alias> find(EmailAddress address) {
        return changes.read(connection ->
                complete(
                                connection,
                                Sql.list(connection, Aliases::found, SELECT + " WHERE address_key = ?", address.key()))
                        .stream()
                        .findFirst());
    }

    /**
     * Takes an account out of the aliases that lead to it; refused when it is the only target of one.
     *
     * @return the ids of those aliases
     */
    static List<Long> leave(Connection connection, Account account) throws SQLException {
        long id = account.id().value();
        List<String> onlyTargetOf = Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT address FROM alias JOIN alias_target ON alias_id = alias.id WHERE account_id = ?"
                        + " AND (SELECT count(*) FROM alias_target t WHERE t.alias_id = alias.id) = 1",
                id);
        if (!onlyTargetOf.isEmpty()) {
            throw new RegistryException(
                            Reason.IN_USE,
                            "Alias " + onlyTargetOf.getFirst() + " leads to " + account.address()
                                    + " only; change or delete it first.")
                    .as("account-is-only-target", "alias", onlyTargetOf.getFirst());
        }
        List<Long> left = Sql.list(
                connection, row -> row.getLong(1), "SELECT alias_id FROM alias_target WHERE account_id = ?", id);
        Sql.update(connection, "DELETE FROM alias_target WHERE account_id = ?", id);
        return left;
    }

    private record Found(long id, CustomerId customer, EmailAddress address) {}

    private static void aim(Connection connection, Found alias, List<EmailAddress> targets) throws SQLException {
        Set<Long> accounts = new TreeSet<>();
        for (EmailAddress target : targets) {
            // Whether somebody else has such an account is not this customer's to learn.
            accounts.add(Accounts.find(connection, target)
                    .filter(account -> account.customer().equals(alias.customer()))
                    .orElseThrow(() -> new RegistryException(
                            Reason.INVALID, "The customer of " + alias.address() + " has no account " + target + "."))
                    .id()
                    .value());
        }
        if (accounts.isEmpty() || accounts.size() > MAX_TARGETS) {
            throw new RegistryException(Reason.INVALID, "An alias leads to 1 to " + MAX_TARGETS + " accounts.");
        }
        for (long account : accounts) {
            Sql.update(
                    connection, "INSERT INTO alias_target (alias_id, account_id) VALUES (?, ?)", alias.id(), account);
        }
    }

    private static Alias alias(Connection connection, EmailAddress address) throws SQLException {
        return complete(connection, List.of(require(connection, address))).getFirst();
    }

    private static List<Alias> complete(Connection connection, List<Found> found) throws SQLException {
        List<Alias> aliases = new ArrayList<>();
        for (Found alias : found) {
            List<EmailAddress> targets = Sql.list(
                    connection,
                    row -> EmailAddress.of(row.getString(1)),
                    "SELECT address FROM account JOIN alias_target ON account_id = account.id WHERE alias_id = ?"
                            + " ORDER BY address_key",
                    alias.id());
            aliases.add(new Alias(alias.address(), alias.customer(), targets));
        }
        return aliases;
    }

    private static Found require(Connection connection, EmailAddress address) throws SQLException {
        return Sql.first(connection, Aliases::found, SELECT + " WHERE address_key = ?", address.key())
                .orElseThrow(() -> RegistryException.notFound("alias " + address));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getLong(1), new CustomerId(row.getLong(2)), EmailAddress.of(row.getString(3)));
    }

    private static String named(List<EmailAddress> targets) {
        return String.join(", ", targets.stream().map(EmailAddress::toString).toList());
    }
}
