// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;
import org.fumibako.registry.RegistryException.Reason;

/** Where accounts forward to. */
public final class Forwards {
    /** Targets of one account; whoever needs more wants a mailing list. */
    public static final int MAX_TARGETS = 20;

    private final Changes changes;
    private final ForwardHealth health;

    Forwards(Changes changes, ForwardRules.Patience patience) {
        this.changes = changes;
        this.health = new ForwardHealth(changes, patience);
    }

    /** As delivery sees it. */
    public ForwardRules rules() {
        return health;
    }

    public Forwarding of(EmailAddress account) {
        return changes.read(connection -> ForwardTable.of(
                connection, Accounts.require(connection, account).id().value()));
    }

    /** Refused when mail would come back to the account, as far as that can be seen here. */
    public Forwarding add(EmailAddress account, EmailAddress target, Origin by) {
        return change(account, "forwards to " + target + " now", by, (connection, found) -> {
            Forwarding before = ForwardTable.of(connection, found.id().value());
            if (before.targets().stream()
                    .anyMatch(known -> known.address().key().equals(target.key()))) {
                throw new RegistryException(
                        Reason.ALREADY_EXISTS, "Account " + found.address() + " forwards to " + target + " already.");
            }
            if (before.targets().size() >= MAX_TARGETS) {
                throw new RegistryException(
                        Reason.OVER_LIMIT, "An account forwards to " + MAX_TARGETS + " addresses at most.");
            }
            requireUseful(connection, found, target);
            ForwardTable.add(connection, found.id().value(), target);
        });
    }

    private static void requireUseful(Connection connection, Account account, EmailAddress target) throws SQLException {
        if (account.address().key().equals(target.key())) {
            throw new RegistryException(Reason.INVALID, "An account does not forward to itself.");
        }
        if (ForwardPaths.leadTo(connection, target, account.id().value())) {
            throw new RegistryException(
                    Reason.INVALID,
                    "Mail that " + account.address() + " forwards to " + target + " would come back to it.");
        }
        // Of other customers' domains one learns nothing here.
        boolean own = Sql.exists(
                connection,
                "SELECT 1 FROM domain WHERE name = ? AND customer_id = ?",
                target.domain().ascii(),
                account.customer().value());
        if (own && ForwardPaths.accounts(connection, target).isEmpty()) {
            throw RegistryException.notFound("account or alias " + target);
        }
    }

    public Forwarding delete(EmailAddress account, EmailAddress target, Origin by) {
        return change(account, "does not forward to " + target + " any more", by, (connection, found) -> {
            if (ForwardTable.delete(connection, found.id().value(), target) == 0) {
                throw noTarget(found, target);
            }
        });
    }

    /** @param keep whether what is forwarded stays in the mailbox too (残す) */
    public Forwarding keep(EmailAddress account, boolean keep, Origin by) {
        String what = keep ? "keeps what it forwards" : "does not keep what it forwards";
        return change(
                account,
                what,
                by,
                (connection, found) -> ForwardTable.keep(connection, found.id().value(), keep));
    }

    /** What becomes of mail that its target would take for forged. */
    public Forwarding unproven(EmailAddress account, Unproven choice, Origin by) {
        String what = switch (choice) {
            case ATTACH -> "forwards what DMARC would refuse at the target as an attachment";
            case KEEP -> "does not forward what DMARC would refuse at the target";
            case SEND -> "forwards what DMARC would refuse at the target as it is";
        };
        return change(
                account,
                what,
                by,
                (connection, found) ->
                        ForwardTable.unproven(connection, found.id().value(), choice));
    }

    /** Lets mail go to a stopped target again, and forgets its failures. */
    public Forwarding resume(EmailAddress account, EmailAddress target, Origin by) {
        return change(account, "forwards to " + target + " again", by, (connection, found) -> {
            Target known = ForwardTable.of(connection, found.id().value()).targets().stream()
                    .filter(one -> one.address().key().equals(target.key()))
                    .findFirst()
                    .orElseThrow(() -> noTarget(found, target));
            ForwardTable.forgive(connection, known.id());
        });
    }

    /** The target under which bounces of what a rule of the account sends there are known; made at the first time. */
    public Target targetOfRule(AccountId account, EmailAddress target) {
        return changes.read(connection -> ForwardTable.targetOfRule(connection, account.value(), target))
                .orElseGet(() -> changes.write(connection -> {
                    ForwardTable.addOfRule(connection, account.value(), target);
                    return ForwardTable.targetOfRule(connection, account.value(), target)
                            .orElseThrow();
                }));
    }

    private static RegistryException noTarget(Account account, EmailAddress target) {
        return RegistryException.notFound("forwarding from " + account.address() + " to " + target);
    }

    private interface Change {
        void make(Connection connection, Account account) throws SQLException;
    }

    private Forwarding change(EmailAddress address, String what, Origin by, Change change) {
        return changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            change.make(connection, account);
            Optional<AccountId> whose = Optional.of(account.id());
            Forwarding after = ForwardTable.of(connection, account.id().value());
            return new Changes.Done<>(after, whose, "account " + account.address() + " " + what);
        });
    }
}
