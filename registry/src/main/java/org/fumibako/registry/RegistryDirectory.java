// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** {@link Directory} over the registry's tables, each answer remembered for a second. */
final class RegistryDirectory implements Directory {
    private static final String POSTMASTER = "postmaster";

    private final Remembered<EmailAddress, Recipient> recipients;
    private final Remembered<DomainName, Optional<Domain>> domains;
    private final Remembered<EmailAddress, Optional<Account>> byAddress;
    private final Remembered<AccountId, Optional<Account>> byId;
    private final Remembered<AccountId, List<EmailAddress>> addresses;
    private final Remembered<CustomerId, PlanLimits> limits;

    RegistryDirectory(Changes changes, Domains domains, Accounts accounts) {
        this.domains = new Remembered<>(changes, domains::find);
        this.byAddress = new Remembered<>(changes, accounts::find);
        this.recipients =
                new Remembered<>(changes, recipient -> changes.read(connection -> resolve(connection, recipient)));
        this.byId = new Remembered<>(
                changes,
                id -> changes.read(connection -> Sql.first(
                        connection, Accounts::account, Accounts.SELECT + " WHERE account.id = ?", id.value())));
        this.addresses = new Remembered<>(changes, id -> changes.read(connection -> addressesOf(connection, id)));
        this.limits = new Remembered<>(
                changes,
                customer -> changes.read(
                        connection -> Plans.of(connection, customer).limits()));
    }

    @Override
    public Recipient resolve(EmailAddress recipient) {
        Optional<Domain> domain = domains.get(recipient.domain());
        if (domain.isEmpty()) {
            return new Recipient.Remote();
        }
        Recipient found = recipients.get(recipient);
        // An alias of a suspended domain may lead to accounts of another.
        return found instanceof Recipient.Local && domain.get().suspended() ? new Recipient.Suspended() : found;
    }

    @Override
    public boolean hosts(DomainName domain) {
        return domains.get(domain).isPresent();
    }

    @Override
    public Optional<Account> account(EmailAddress address) {
        return byAddress.get(address);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return byId.get(id);
    }

    @Override
    public List<EmailAddress> addressesOf(AccountId account) {
        return addresses.get(account);
    }

    PlanLimits limits(CustomerId customer) {
        return limits.get(customer);
    }

    private static Recipient resolve(Connection connection, EmailAddress recipient) throws SQLException {
        List<Account> accounts =
                Accounts.find(connection, recipient).map(List::of).orElseGet(List::of);
        if (accounts.isEmpty()) {
            accounts = Sql.list(
                    connection,
                    Accounts::account,
                    Accounts.SELECT + " JOIN alias_target ON account_id = account.id JOIN alias ON alias.id = alias_id"
                            + " WHERE alias.address_key = ? ORDER BY account.id",
                    recipient.key());
        }
        if (accounts.isEmpty() && recipient.localPart().toLowerCase(Locale.ROOT).equals(POSTMASTER)) {
            accounts = postmaster(connection, recipient.domain());
        }
        return recipient(accounts);
    }

    /** RFC 5321 §4.5.1: somebody must get it. The oldest account of the domain, else the oldest of its customer. */
    private static List<Account> postmaster(Connection connection, DomainName domain) throws SQLException {
        return Sql.list(
                connection,
                Accounts::account,
                Accounts.SELECT + " WHERE account.customer_id = (SELECT customer_id FROM domain WHERE name = ?)"
                        + " AND account.deleted IS NULL"
                        + " ORDER BY CASE WHEN domain.name = ? THEN 0 ELSE 1 END, account.id LIMIT 1",
                domain.ascii(),
                domain.ascii());
    }

    private static Recipient recipient(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return new Recipient.Unknown();
        }
        List<Account> open =
                accounts.stream().filter(account -> !account.suspended()).toList();
        return open.isEmpty() ? new Recipient.Suspended() : new Recipient.Local(open);
    }

    private static List<EmailAddress> addressesOf(Connection connection, AccountId account) throws SQLException {
        Sql.Row<EmailAddress> address = row -> EmailAddress.of(row.getString(1));
        List<EmailAddress> all = new ArrayList<>(
                Sql.list(connection, address, "SELECT address FROM account WHERE id = ?", account.value()));
        all.addAll(Sql.list(
                connection,
                address,
                "SELECT address FROM alias JOIN alias_target ON alias_id = alias.id WHERE account_id = ?"
                        + " ORDER BY address_key",
                account.value()));
        return List.copyOf(all);
    }
}
