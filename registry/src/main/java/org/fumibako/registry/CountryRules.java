// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;

/** From which countries accounts may send: a switch of each domain, on by default, and the exceptions to it. */
public final class CountryRules {
    /** Addresses that one domain may allow; who needs more wants the switch. */
    public static final int MAX_ADDRESSES = 100;

    /** Travel passes of one account that have not ended. */
    public static final int MAX_PASSES = 20;

    private final Changes changes;

    CountryRules(Changes changes) {
        this.changes = changes;
    }

    /** The rule that holds for an account now. */
    public CountryRule of(EmailAddress account) {
        return changes.read(connection -> {
            Account found = Accounts.require(connection, account);
            return new CountryRule(
                    limited(connection, found),
                    Set.copyOf(allowed(connection, found.domain().value())),
                    passes(connection, found));
        });
    }

    /** What an account has of its own; empty: as its domain says. */
    public Optional<Boolean> override(EmailAddress account) {
        return changes.read(connection -> Sql.first(
                        connection,
                        row -> row.getString(1),
                        "SELECT CASE WHEN country_limited IS NULL THEN '' WHEN country_limited THEN 'on' ELSE 'off' END"
                                + " FROM account WHERE id = ?",
                        Accounts.require(connection, account).id().value())
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("on")));
    }

    public boolean isLimited(DomainName domain) {
        return changes.read(connection -> {
            Domain found = Domains.require(connection, domain);
            return Sql.exists(
                    connection,
                    "SELECT 1 FROM domain WHERE id = ? AND country_limited",
                    found.id().value());
        });
    }

    public void limit(DomainName domain, boolean limited, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            Sql.update(
                    connection,
                    "UPDATE domain SET country_limited = ? WHERE id = ?",
                    limited,
                    found.id().value());
            return Changes.Done.of(
                    found, "sending from abroad was " + (limited ? "forbidden" : "allowed") + " for domain " + domain);
        });
    }

    /** @param limited empty: as the account's domain says */
    public void limit(EmailAddress account, Optional<Boolean> limited, Origin by) {
        changes.make(by, connection -> {
            Account found = Accounts.require(connection, account);
            String value = limited.map(on -> on ? "TRUE" : "FALSE").orElse("NULL");
            Sql.update(
                    connection,
                    "UPDATE account SET country_limited = " + value + " WHERE id = ?",
                    found.id().value());
            String what =
                    limited.map(on -> on ? "was forbidden" : "was allowed").orElse("became as for its domain");
            return Changes.Done.of(found, "sending from abroad " + what + " for account " + found.address());
        });
    }

    /** The addresses that a domain allows, in no particular order. */
    public List<InetAddress> allowed(DomainName domain) {
        return changes.read(connection ->
                allowed(connection, Domains.require(connection, domain).id().value()));
    }

    public void allow(DomainName domain, InetAddress address, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            long id = found.id().value();
            Sql.update(
                    connection,
                    "INSERT INTO allowed_address (domain_id, address) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    id,
                    address.getHostAddress());
            if (allowed(connection, id).size() > MAX_ADDRESSES) {
                throw new RegistryException(
                        Reason.OVER_LIMIT, "A domain allows at most " + MAX_ADDRESSES + " addresses.");
            }
            return Changes.Done.of(
                    found, "sending from " + address.getHostAddress() + " was allowed for domain " + domain);
        });
    }

    public void disallow(DomainName domain, InetAddress address, Origin by) {
        changes.make(by, connection -> {
            Domain found = Domains.require(connection, domain);
            int deleted = Sql.update(
                    connection,
                    "DELETE FROM allowed_address WHERE domain_id = ? AND address = ?",
                    found.id().value(),
                    address.getHostAddress());
            if (deleted == 0) {
                throw RegistryException.notFound("allowed address " + address.getHostAddress());
            }
            return Changes.Done.of(
                    found,
                    "sending from " + address.getHostAddress() + " is no exception any more for domain " + domain);
        });
    }

    /** Lets the account send from {@code countries}, two-letter codes in any case, for a while. */
    public TravelPass open(EmailAddress account, Set<String> countries, Instant from, Instant until, Origin by) {
        Set<String> codes =
                countries.stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        TravelPass wanted = new TravelPass(0, codes, from, until);
        return changes.make(by, connection -> {
            Account found = Accounts.require(connection, account);
            if (passes(connection, found).size() >= MAX_PASSES) {
                throw new RegistryException(
                        Reason.OVER_LIMIT, "An account has at most " + MAX_PASSES + " travel passes.");
            }
            TravelPass pass = new TravelPass(Sql.nextId(connection, "travel_pass"), wanted.countries(), from, until);
            Sql.update(
                    connection,
                    "INSERT INTO travel_pass (id, account_id, countries, starts, ends) VALUES (?, ?, ?, ?, ?)",
                    pass.id(),
                    found.id().value(),
                    String.join(",", pass.countries()),
                    from.toEpochMilli(),
                    until.toEpochMilli());
            return new Changes.Done<>(
                    pass,
                    Optional.of(found.id()),
                    "account " + found.address() + " may send from " + String.join(", ", pass.countries()) + " from "
                            + from + " until " + until);
        });
    }

    /** Ends a pass before its time. */
    public void close(EmailAddress account, long pass, Origin by) {
        changes.make(by, connection -> {
            Account found = Accounts.require(connection, account);
            int deleted = Sql.update(
                    connection,
                    "DELETE FROM travel_pass WHERE id = ? AND account_id = ?",
                    pass,
                    found.id().value());
            if (deleted == 0) {
                throw RegistryException.notFound("travel pass " + pass + " of account " + found.address());
            }
            return Changes.Done.of(found, "travel pass " + pass + " of account " + found.address() + " was ended");
        });
    }

    /** What accounts of a domain have of their own, by address; those that are as their domain says are left out. */
    public Map<EmailAddress, Boolean> overrides(DomainName domain) {
        return changes.read(connection -> {
            Map<EmailAddress, Boolean> overrides = new LinkedHashMap<>();
            Sql.list(
                            connection,
                            row -> Map.entry(
                                    EmailAddress.of(row.getString(1)),
                                    row.getString(2).equals("on")),
                            "SELECT address, CASE WHEN country_limited THEN 'on' ELSE 'off' END FROM account"
                                    + " WHERE domain_id = ? AND country_limited IS NOT NULL ORDER BY address",
                            Domains.require(connection, domain).id().value())
                    .forEach(one -> overrides.put(one.getKey(), one.getValue()));
            return overrides;
        });
    }

    /** A travel pass and whose it is. */
    public record AccountPass(EmailAddress account, TravelPass pass) {}

    /** The travel passes of a domain's accounts that end after {@code since}, those that begin first in front. */
    public List<AccountPass> passes(DomainName domain, Instant since) {
        return changes.read(connection -> Sql.list(
                connection,
                row -> new AccountPass(EmailAddress.of(row.getString(5)), pass(row)),
                "SELECT travel_pass.id, countries, starts, ends, address FROM travel_pass"
                        + " JOIN account ON account.id = account_id WHERE domain_id = ? AND ends > ?"
                        + " ORDER BY starts, travel_pass.id",
                Domains.require(connection, domain).id().value(),
                since.toEpochMilli()));
    }

    private static boolean limited(Connection connection, Account account) throws SQLException {
        return Sql.exists(
                connection,
                "SELECT 1 FROM account JOIN domain ON domain.id = domain_id WHERE account.id = ?"
                        + " AND COALESCE(account.country_limited, domain.country_limited)",
                account.id().value());
    }

    private static List<InetAddress> allowed(Connection connection, long domain) throws SQLException {
        return Sql.list(
                connection,
                row -> InetAddress.ofLiteral(row.getString(1)),
                "SELECT address FROM allowed_address WHERE domain_id = ? ORDER BY address",
                domain);
    }

    private List<TravelPass> passes(Connection connection, Account account) throws SQLException {
        return Sql.list(
                connection,
                CountryRules::pass,
                "SELECT id, countries, starts, ends FROM travel_pass WHERE account_id = ? AND ends > ?"
                        + " ORDER BY starts, id",
                account.id().value(),
                changes.now());
    }

    private static TravelPass pass(ResultSet row) throws SQLException {
        return new TravelPass(
                row.getLong(1),
                Set.of(row.getString(2).split(",")),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }
}
