// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeNote;
import org.fumibako.registry.history.Undo;

/**
 * The mail accounts. An account listed as suspended may be so itself, or its domain or its customer is. What the store keeps
 * for an account is the caller's to create and delete.
 */
public final class Accounts {
    /** The columns that {@link #account(ResultSet)} reads. */
    static final String COLUMNS = "account.id, account.customer_id, account.domain_id, account.address,"
            + " account.quota_megabytes, account.suspended OR domain.suspended OR customer.suspended"
            + " OR account.deleted IS NOT NULL";

    static final String FROM = " FROM account JOIN domain ON domain.id = account.domain_id"
            + " JOIN customer ON customer.id = account.customer_id";

    static final String SELECT = "SELECT " + COLUMNS + FROM;

    private final Changes changes;
    private final Passwords passwords;
    private final SessionEndings endings;
    private final Remembered<AccountId, Boolean> keepsSent;

    Accounts(Changes changes, Passwords passwords, SessionEndings endings) {
        this.changes = changes;
        this.passwords = passwords;
        this.endings = endings;
        this.keepsSent = new Remembered<>(
                changes,
                id -> changes.read(connection ->
                        Sql.exists(connection, "SELECT 1 FROM account WHERE id = ? AND keep_sent", id.value())));
    }

    /** The domain says whose it is. */
    public Account add(EmailAddress address, Quota quota, String password, Origin by) {
        return add(address, "", quota, password, by);
    }

    /** @param name a note for people, at most {@link AccountNames#MAX_NAME} characters */
    public Account add(EmailAddress address, String name, Quota quota, String password, Origin by) {
        AccountNames.check(name);
        Passwords.Hashed hashed = passwords.hash(address, password);
        return changes.make(by, connection -> {
            Domain domain = Domains.require(connection, address.domain());
            Addresses.requireFree(connection, address);
            Usage before = Usage.of(connection, domain.customer());
            before.withAccount(quota)
                    .requireWithin(Plans.of(connection, domain.customer()).limits(), before);
            AccountId id = new AccountId(Sql.nextId(connection, "account"));
            Sql.update(
                    connection,
                    "INSERT INTO account (id, customer_id, domain_id, address, address_key, name, quota_megabytes,"
                            + " suspended, password, scram, password_changed, created)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?, ?)",
                    id.value(),
                    domain.customer().value(),
                    domain.id().value(),
                    address.toString(),
                    address.key(),
                    name,
                    (long) quota.megabytes(),
                    hashed.argon2(),
                    hashed.scram(),
                    changes.now(),
                    changes.now());
            Account added = require(connection, address);
            return Changes.Done.of(added, "account " + address + " was added with " + quota.megabytes() + " MB")
                    .noted(note(ChangeKind.ACCOUNT_ADDED, added)
                            .from("", String.valueOf(quota.megabytes()))
                            .undoneBy(new Undo.Added(id.value())));
        });
    }

    /**
     * Looks whether an account could be added, but for what the plan allows.
     *
     * @throws RegistryException when it could not
     */
    public void check(EmailAddress address, String name, String password) {
        AccountNames.check(name);
        passwords.check(address, password);
        changes.read(connection -> {
            Addresses.requireFree(connection, address);
            return true;
        });
    }

    public Account changeQuota(EmailAddress address, Quota quota, Origin by) {
        return change(address, "given " + quota.megabytes() + " MB", by, (connection, account) -> {
            Usage before = Usage.of(connection, account.customer());
            before.withQuota(account.quota(), quota)
                    .requireWithin(Plans.of(connection, account.customer()).limits(), before);
            Sql.update(
                    connection,
                    "UPDATE account SET quota_megabytes = ? WHERE id = ?",
                    (long) quota.megabytes(),
                    account.id().value());
            long was = account.quota().megabytes();
            return note(ChangeKind.ACCOUNT_QUOTA, account)
                    .from(String.valueOf(was), String.valueOf(quota.megabytes()))
                    .undoneBy(new Undo.Quota(account.id().value(), was, quota.megabytes()));
        });
    }

    /** Changes the note for people. */
    public Account rename(EmailAddress address, String name, Origin by) {
        AccountNames.check(name);
        return change(address, "named \"" + name + "\"", by, (connection, account) -> {
            String before = AccountNames.of(connection, account.id());
            AccountNames.set(connection, account.id(), name);
            return note(ChangeKind.ACCOUNT_NAME, account)
                    .from(before, name)
                    .undoneBy(new Undo.Name(account.id().value(), before, name));
        });
    }

    /** The old password ends at once, and with it every session that began with it. */
    public Account changePassword(EmailAddress address, String password, Origin by) {
        // The salt stays: keys of app passwords were derived with it, and nobody could derive them again.
        Passwords.Scram scram = Passwords.Scram.of(changes.read(connection -> Credentials.of(connection, address))
                .orElseThrow(() -> RegistryException.notFound("account " + address))
                .scram());
        Passwords.Hashed hashed = passwords.hash(address, password, scram);
        return endingSessions(change(address, "given a new password", by, (connection, account) -> {
            endings.write(connection, SessionEnding.of(account));
            Sql.update(
                    connection,
                    "UPDATE account SET password = ?, scram = ?, password_changed = ? WHERE id = ?",
                    hashed.argon2(),
                    hashed.scram(),
                    changes.now(),
                    account.id().value());
            WebSessions.endAll(connection, account.id());
            return note(ChangeKind.ACCOUNT_PASSWORD, account);
        }));
    }

    private Account endingSessions(Account changed) {
        endings.look();
        return changed;
    }

    /**
     * Whether a copy of what the account submits is filed in its Sent mailbox. For programs that keep none, such as scanners; one that
     * does would have two.
     */
    public Account keepSent(EmailAddress address, boolean keep, Origin by) {
        String what = keep ? "set to keep copies of what it sends" : "set to keep no copies of what it sends";
        return changeUnnoted(address, what, by, (connection, account) -> {
            Sql.update(
                    connection,
                    "UPDATE account SET keep_sent = ? WHERE id = ?",
                    keep,
                    account.id().value());
        });
    }

    /** See {@link #keepSent}; at most a second old. */
    public boolean keepsSent(AccountId account) {
        return keepsSent.get(account);
    }

    /** How much the account may send by itself; the customer's plan limits it as well. */
    public Account changeSendingRate(EmailAddress address, SendingRate rate, Origin by) {
        String what = "allowed " + named(rate.perHour()) + " recipients an hour and " + named(rate.perDay()) + " a day";
        return changeUnnoted(address, what, by, (connection, account) -> {
            // A text, for null has no type that PostgreSQL could guess.
            Sql.update(
                    connection,
                    "UPDATE account SET messages_per_hour = CAST(NULLIF(?, '') AS BIGINT),"
                            + " messages_per_day = CAST(NULLIF(?, '') AS BIGINT) WHERE id = ?",
                    text(rate.perHour()),
                    text(rate.perDay()),
                    account.id().value());
        });
    }

    public SendingRate sendingRate(AccountId account) {
        return changes.read(connection -> sendingRate(connection, account));
    }

    static SendingRate sendingRate(Connection connection, AccountId account) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new SendingRate(optional(row, 1), optional(row, 2)),
                        "SELECT messages_per_hour, messages_per_day FROM account WHERE id = ?",
                        account.value())
                .orElse(SendingRate.UNLIMITED);
    }

    static OptionalLong optional(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
    }

    private static String named(OptionalLong limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsLong()) : "any number of";
    }

    /** While an account is suspended nobody signs in to it and it takes no mail. */
    public Account suspend(EmailAddress address, boolean suspended, Origin by) {
        return endingSessions(change(address, suspended ? "suspended" : "resumed", by, (connection, account) -> {
            boolean before = AccountNames.suspended(connection, account.id());
            if (suspended) {
                endings.write(connection, SessionEnding.of(account));
            }
            Sql.update(
                    connection,
                    "UPDATE account SET suspended = ? WHERE id = ?",
                    suspended,
                    account.id().value());
            return note(ChangeKind.ACCOUNT_SUSPENDED, account)
                    .from(String.valueOf(before), String.valueOf(suspended))
                    .undoneBy(new Undo.Suspension(account.id().value(), before));
        }));
    }

    /** Takes it out of the aliases that lead to it; refused when it is the only target of one. */
    public Account delete(EmailAddress address, Origin by) {
        return endingSessions(changeUnnoted(address, "deleted", by, (connection, account) -> {
            long id = account.id().value();
            endings.write(connection, SessionEnding.of(account));
            Aliases.leave(connection, account);
            Sql.update(connection, "DELETE FROM account WHERE id = ?", id);
        }));
    }

    public List<Account> list() {
        return changes.read(connection -> Sql.list(connection, Accounts::account, SELECT + " ORDER BY address_key"));
    }

    public List<Account> list(DomainId domain) {
        return changes.read(connection -> Sql.list(
                connection,
                Accounts::account,
                SELECT + " WHERE account.domain_id = ? ORDER BY address_key",
                domain.value()));
    }

    public Optional<Account> find(EmailAddress address) {
        return changes.read(connection -> find(connection, address));
    }

    private interface Change {
        ChangeNote make(Connection connection, Account account) throws SQLException;
    }

    private interface UnnotedChange {
        void make(Connection connection, Account account) throws SQLException;
    }

    private Account change(EmailAddress address, String what, Origin by, Change change) {
        return changes.make(by, connection -> {
            Account before = require(connection, address);
            ChangeNote note = change.make(connection, before);
            return done(connection, before, what).noted(note);
        });
    }

    private Account changeUnnoted(EmailAddress address, String what, Origin by, UnnotedChange change) {
        return changes.make(by, connection -> {
            Account before = require(connection, address);
            change.make(connection, before);
            return done(connection, before, what);
        });
    }

    private static Changes.Done<Account> done(Connection connection, Account before, String what) throws SQLException {
        return Changes.Done.of(
                find(connection, before.address()).orElse(before), "account " + before.address() + " was " + what);
    }

    /** A row of the history about an account. For this module's packages only. */
    public static ChangeNote note(ChangeKind kind, Account account) {
        return ChangeNote.of(
                kind,
                new ChangeNote.Whose(account.customer(), Optional.of(account.domain()), Optional.of(account.id())),
                account.address().toString());
    }

    /** The account of that address. For this module's packages only. */
    public static Account require(Connection connection, EmailAddress address) throws SQLException {
        return find(connection, address).orElseThrow(() -> RegistryException.notFound("account " + address));
    }

    /** One that is there, by its id. For this module's packages only. */
    public static Optional<Account> find(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection, Accounts::account, SELECT + " WHERE account.id = ? AND account.deleted IS NULL", id);
    }

    static Optional<Account> find(Connection connection, EmailAddress address) throws SQLException {
        return Sql.first(connection, Accounts::account, SELECT + " WHERE address_key = ?", address.key());
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getLong(1)),
                new CustomerId(row.getLong(2)),
                new DomainId(row.getLong(3)),
                EmailAddress.of(row.getString(4)),
                new Quota(row.getInt(5)),
                row.getBoolean(6));
    }
}
