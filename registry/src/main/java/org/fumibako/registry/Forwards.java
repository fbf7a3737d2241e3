// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.StateText;
import org.fumibako.registry.history.Undo;

/** Where accounts forward to. */
public final class Forwards implements Restorable {
    /** Targets of one account; whoever needs more wants a mailing list. */
    public static final int MAX_TARGETS = 20;

    private static final ChangeKind TARGETS = ChangeKind.FORWARDING_TARGETS;

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
        return change(account, TARGETS, "forwards to " + target + " now", by, (connection, found) -> {
            Forwarding before = ForwardTable.of(connection, found.id().value());
            if (before.targets().stream()
                    .anyMatch(known -> known.address().key().equals(target.key()))) {
                throw new RegistryException(
                                Reason.ALREADY_EXISTS,
                                "Account " + found.address() + " forwards to " + target + " already.")
                        .as("forward-exists", "target", target.toString());
            }
            if (before.targets().size() >= MAX_TARGETS) {
                throw new RegistryException(
                                Reason.OVER_LIMIT, "An account forwards to " + MAX_TARGETS + " addresses at most.")
                        .as("forward-targets", "limit", String.valueOf(MAX_TARGETS));
            }
            requireUseful(connection, found, target);
            ForwardTable.add(connection, found.id().value(), target);
        });
    }

    private static void requireUseful(Connection connection, Account account, EmailAddress target) throws SQLException {
        if (account.address().key().equals(target.key())) {
            throw new RegistryException(Reason.INVALID, "An account does not forward to itself.")
                    .as("forward-to-itself");
        }
        if (ForwardPaths.leadTo(connection, target, account.id().value())) {
            throw new RegistryException(
                            Reason.INVALID,
                            "Mail that " + account.address() + " forwards to " + target + " would come back to it.")
                    .as("forward-circle", "target", target.toString());
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
        return change(account, TARGETS, "does not forward to " + target + " any more", by, (connection, found) -> {
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
                ChangeKind.FORWARDING_KEEP,
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
                ChangeKind.FORWARDING_UNPROVEN,
                what,
                by,
                (connection, found) ->
                        ForwardTable.unproven(connection, found.id().value(), choice));
    }

    /** Lets mail go to a stopped target again, and forgets its failures. */
    public Forwarding resume(EmailAddress address, EmailAddress target, Origin by) {
        return changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            long id = account.id().value();
            Target known = ForwardTable.of(connection, id).targets().stream()
                    .filter(one -> one.address().key().equals(target.key()))
                    .findFirst()
                    .orElseThrow(() -> noTarget(account, target));
            ForwardTable.forgive(connection, known.id());
            String what = "account " + account.address() + " forwards to " + target + " again";
            return new Changes.Done<>(ForwardTable.of(connection, id), Optional.of(account.id()), what);
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

    private Forwarding change(EmailAddress address, ChangeKind kind, String what, Origin by, Change change) {
        return changes.make(
                by, connection -> change(connection, Accounts.require(connection, address), kind, what, change));
    }

    private static Changes.Done<Forwarding> change(
            Connection connection, Account account, ChangeKind kind, String what, Change change) throws SQLException {
        long id = account.id().value();
        Forwarding before = ForwardTable.of(connection, id);
        change.make(connection, account);
        Forwarding after = ForwardTable.of(connection, id);
        return new Changes.Done<>(after, Optional.of(account.id()), "account " + account.address() + " " + what)
                .noted(Accounts.note(kind, account)
                        .from(words(kind, before), words(kind, after))
                        .undoneBy(new Undo.Setting(Undo.Kind.FORWARDING, id, text(before), text(after))));
    }

    /** What of it a change of that kind is about. */
    private static String words(ChangeKind kind, Forwarding forwarding) {
        return switch (kind) {
            case FORWARDING_KEEP -> String.valueOf(forwarding.keep());
            case FORWARDING_UNPROVEN -> forwarding.unproven().name().toLowerCase(Locale.ROOT);
            default ->
                forwarding.targets().stream()
                        .map(target -> target.address().toString())
                        .collect(Collectors.joining(", "));
        };
    }

    private static String text(Forwarding forwarding) {
        List<String> parts = new ArrayList<>();
        parts.add(String.valueOf(forwarding.keep()));
        parts.add(forwarding.unproven().name());
        forwarding.targets().forEach(target -> parts.add(target.address().toString()));
        return StateText.join(parts);
    }

    @Override
    public Optional<String> state(long account) {
        return changes.read(connection -> Accounts.find(connection, account).isEmpty()
                ? Optional.empty()
                : Optional.of(text(ForwardTable.of(connection, account))));
    }

    @Override
    public void restore(long id, String state, Origin by) {
        List<String> parts = StateText.split(state);
        List<EmailAddress> wanted = parts.stream().skip(2).map(EmailAddress::of).toList();
        changes.make(by, connection -> {
            Account account = Accounts.find(connection, id).orElseThrow(() -> RegistryException.notFound("account"));
            Set<String> kept = wanted.stream().map(EmailAddress::key).collect(Collectors.toSet());
            Set<String> there = new HashSet<>();
            ForwardTable.of(connection, id)
                    .targets()
                    .forEach(target -> there.add(target.address().key()));
            ChangeKind kind = kept.equals(there) ? ChangeKind.FORWARDING_KEEP : TARGETS;
            return change(connection, account, kind, "forwards as it did before", (inside, _) -> {
                for (Target target : ForwardTable.of(inside, id).targets()) {
                    if (!kept.contains(target.address().key())) {
                        ForwardTable.delete(inside, id, target.address());
                    }
                }
                for (EmailAddress address : wanted) {
                    if (!there.contains(address.key())) {
                        requireUseful(inside, account, address);
                        ForwardTable.add(inside, id, address);
                    }
                }
                ForwardTable.keep(inside, id, Boolean.parseBoolean(parts.getFirst()));
                ForwardTable.unproven(inside, id, Unproven.valueOf(parts.get(1)));
            });
        });
    }
}
