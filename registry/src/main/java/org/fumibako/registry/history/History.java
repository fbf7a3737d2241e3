// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.AccountList;
import org.fumibako.registry.Accounts;
import org.fumibako.registry.Changes;
import org.fumibako.registry.ListedAccount;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Retirement;

/** What was changed, and its undoing. An undoing is a change like any other, and can be undone itself. */
public final class History {
    private final Changes changes;
    private final Accounts accounts;
    private final AccountList list;
    private final Retirement retirement;
    private final Map<Undo.Kind, Restorable> settings;

    /** @param settings those that are put back as a whole */
    public History(
            Changes changes,
            Accounts accounts,
            AccountList list,
            Retirement retirement,
            Map<Undo.Kind, Restorable> settings) {
        this.changes = changes;
        this.accounts = accounts;
        this.list = list;
        this.retirement = retirement;
        this.settings = Map.copyOf(settings);
    }

    /** The newest first. */
    public AccountList.Page<ChangeRow> list(ChangeQuery query) {
        return changes.read(connection ->
                new AccountList.Page<>(ChangeTable.list(connection, query), ChangeTable.count(connection, query)));
    }

    /** What was changed in one go, the last first; empty when there is no such thing. */
    public List<ChangeRow> bundle(long id) {
        return changes.read(connection -> ChangeTable.bundle(connection, id));
    }

    /**
     * Takes a bundle back.
     *
     * @throws RegistryException when it cannot be undone, not any more, or what it changed was changed again since
     */
    public void undo(long id, Origin by) {
        List<ChangeRow> rows = bundle(id);
        Instant now = Instant.ofEpochMilli(changes.now());
        if (rows.isEmpty()) {
            throw RegistryException.notFound("change " + id);
        }
        for (ChangeRow row : rows) {
            if (row.undo().isEmpty()
                    || row.undone().isPresent()
                    || row.undoUntil().filter(now::isBefore).isEmpty()) {
                throw over();
            }
        }
        // All is looked at before anything is changed: a bundle is undone or it is not.
        List<Runnable> steps = rows.stream()
                .flatMap(row -> row.undo().stream())
                .map(way -> step(way, by))
                .toList();
        claim(id);
        try {
            steps.forEach(Runnable::run);
        } catch (RegistryException refused) {
            mark(id, 0);
            throw refused;
        }
    }

    /** Of two who undo the same at once, one does. */
    private void claim(long id) {
        if (mark(id, changes.now()) == 0) {
            throw over();
        }
    }

    private int mark(long id, long undone) {
        return changes.write(connection -> ChangeTable.undone(connection, id, undone));
    }

    private static RegistryException over() {
        return new RegistryException(Reason.INVALID, "This change cannot be undone any more.").as("undo-over");
    }

    /** What takes a change back, after a look whether it still can be. */
    private Runnable step(Undo way, Origin by) {
        return switch (way) {
            case Undo.Quota quota -> {
                Account account = account(quota.account()).account();
                requireUnchanged(account.quota().megabytes() == quota.became(), account);
                Quota before = new Quota(Math.toIntExact(quota.was()));
                yield () -> accounts.changeQuota(account.address(), before, by);
            }
            case Undo.Name name -> {
                ListedAccount account = account(name.account());
                requireUnchanged(account.name().equals(name.became()), account.account());
                yield () -> accounts.rename(account.account().address(), name.was(), by);
            }
            case Undo.Suspension suspension -> {
                Account account = account(suspension.account()).account();
                yield () -> accounts.suspend(account.address(), suspension.was(), by);
            }
            case Undo.Added added -> {
                Account account = account(added.account()).account();
                yield () -> retirement.retire(account.address(), by);
            }
            case Undo.Setting setting -> {
                Restorable restorable = Objects.requireNonNull(settings.get(setting.kind()));
                if (!restorable.state(setting.id()).equals(Optional.of(setting.became()))) {
                    throw overtaken("");
                }
                yield () -> restorable.restore(setting.id(), setting.was(), by);
            }
            case Undo.Deleted deleted ->
                () -> retirement.restore(new AccountId(deleted.account()), deleted.aliases(), by);
        };
    }

    private ListedAccount account(long id) {
        return list.find(new AccountId(id))
                .filter(account -> account.retired().isEmpty())
                .orElseThrow(() -> new RegistryException(Reason.IN_USE, "The account is not there any more.")
                        .as("undo-overtaken", "subject", ""));
    }

    private static void requireUnchanged(boolean unchanged, Account account) {
        if (!unchanged) {
            throw overtaken(account.address().toString());
        }
    }

    private static RegistryException overtaken(String subject) {
        return new RegistryException(Reason.IN_USE, "The setting was changed again since.")
                .as("undo-overtaken", "subject", subject);
    }
}
