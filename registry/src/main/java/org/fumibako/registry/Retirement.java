// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.Undo;

/**
 * Giving accounts up (削除予定): one that is given up takes no mail and nobody signs in to it from then on; for a week it can be
 * brought back as it was, then it goes for good. Meanwhile its address is free, and it counts for no plan.
 */
public final class Retirement {
    /** How long it can be brought back. */
    public static final Duration PERIOD = Duration.ofDays(7);

    private final Changes changes;
    private final SessionEndings endings;

    Retirement(Changes changes, SessionEndings endings) {
        this.changes = changes;
        this.endings = endings;
    }

    /** Refused when the account is the only target of an alias. */
    public Account retire(EmailAddress address, Origin by) {
        Account retired = changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            List<Long> aliases = Aliases.leave(connection, account);
            // No address has such a key, so nothing finds the account by its address any more.
            Sql.update(
                    connection,
                    "UPDATE account SET address_key = ?, deleted = CAST(? AS BIGINT) WHERE id = ?",
                    "#" + account.id().value(),
                    changes.now(),
                    account.id().value());
            WebSessions.endAll(connection, account.id());
            endings.write(connection, SessionEnding.of(account));
            return Changes.Done.of(account, "account " + account.address() + " was deleted, and is kept for a week")
                    .noted(Accounts.note(ChangeKind.ACCOUNT_DELETED, account)
                            .undoneBy(new Undo.Deleted(account.id().value(), aliases)));
        });
        endings.look();
        return retired;
    }

    /** Brings an account back; refused when its address is somebody's again, or the plan has no room for it any more. */
    public Account restore(AccountId id, List<Long> aliases, Origin by) {
        return changes.make(by, connection -> {
            Account account =
                    retired(connection, id).orElseThrow(() -> RegistryException.notFound("account to bring back"));
            Addresses.requireFree(connection, account.address());
            Usage before = Usage.of(connection, account.customer());
            before.withAccount(account.quota())
                    .requireWithin(Plans.of(connection, account.customer()).limits(), before);
            Sql.update(
                    connection,
                    "UPDATE account SET address_key = ?, deleted = NULL WHERE id = ?",
                    account.address().key(),
                    id.value());
            for (long alias : aliases) {
                Sql.update(
                        connection,
                        "INSERT INTO alias_target (alias_id, account_id) SELECT id, ? FROM alias WHERE id = ?"
                                + " ON CONFLICT DO NOTHING",
                        id.value(),
                        alias);
            }
            Account back = Accounts.require(connection, account.address());
            return Changes.Done.of(back, "account " + back.address() + " was brought back")
                    .noted(Accounts.note(ChangeKind.ACCOUNT_RESTORED, back).undoneBy(new Undo.Added(id.value())));
        });
    }

    /** Those that were given up before {@code when}. */
    public List<Account> before(Instant when) {
        return changes.read(connection -> Sql.list(
                connection,
                Accounts::account,
                Accounts.SELECT + " WHERE account.deleted < ? ORDER BY account.id",
                when.toEpochMilli()));
    }

    /** Removes one for good; what the store keeps of it is the caller's to delete. */
    public void remove(AccountId id, Origin by) {
        changes.make(by, connection -> {
            Account account = retired(connection, id)
                    .orElseThrow(() -> new RegistryException(Reason.NOT_FOUND, "There is no account given up."));
            Sql.update(connection, "DELETE FROM account WHERE id = ?", id.value());
            return Changes.Done.of(account, "account " + account.address() + " was removed for good");
        });
    }

    private static Optional<Account> retired(Connection connection, AccountId id) throws SQLException {
        return Sql.first(
                connection,
                Accounts::account,
                Accounts.SELECT + " WHERE account.id = ? AND account.deleted IS NOT NULL",
                id.value());
    }
}
