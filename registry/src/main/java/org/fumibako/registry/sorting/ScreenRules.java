// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Accounts;
import org.fumibako.registry.Changes;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.Sql;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.Restorable;
import org.fumibako.registry.history.StateText;
import org.fumibako.registry.history.Undo;
import org.fumibako.registry.sorting.SortingRules.Source;

/**
 * The script that an account's screen of rules (メールの振り分け) is about: the active one. Storing and activating it is one change,
 * which can be undone.
 */
public final class ScreenRules implements Restorable {
    /** What a script is called that a screen makes. */
    public static final String NAME = "rules";

    private final Changes changes;

    public ScreenRules(Changes changes) {
        this.changes = changes;
    }

    /** The script that sorts an account's mail now. */
    public Optional<Source> active(EmailAddress account) {
        return changes.read(connection ->
                active(connection, Accounts.require(connection, account).id().value()));
    }

    private static Optional<Source> active(Connection connection, long account) throws SQLException {
        return Sql.first(
                connection,
                row -> new Source(row.getString(1), row.getString(2)),
                "SELECT name, source FROM sieve_script WHERE account_id = ? AND active = TRUE",
                account);
    }

    /**
     * Stores a script and makes it the active one.
     *
     * @param was how many rules there were, and {@code became} how many there are, for people
     */
    public void put(EmailAddress address, Source script, String was, String became, Origin by) {
        changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            return put(connection, account, Optional.of(script), was, became);
        });
    }

    private Changes.Done<Account> put(
            Connection connection, Account account, Optional<Source> script, String was, String became)
            throws SQLException {
        long id = account.id().value();
        String before = text(active(connection, id));
        Sql.update(connection, "UPDATE sieve_script SET active = FALSE WHERE account_id = ? AND active = TRUE", id);
        if (script.isPresent()) {
            String source = script.get().text();
            Scripts.requireRoom(connection, id, script.get().name(), Scripts.octets(source));
            Sql.update(
                    connection,
                    "INSERT INTO sieve_script (account_id, name, source, active, changed) VALUES (?, ?, ?, TRUE, ?)"
                            + " ON CONFLICT (account_id, name) DO UPDATE SET source = excluded.source, active = TRUE,"
                            + " changed = excluded.changed",
                    id,
                    script.get().name(),
                    source,
                    changes.now());
        }
        return Changes.Done.of(account, "account " + account.address() + " has new rules")
                .noted(Accounts.note(ChangeKind.RULES, account)
                        .from(was, became)
                        .undoneBy(new Undo.Setting(Undo.Kind.RULES, id, before, text(script))));
    }

    private static String text(Optional<Source> script) {
        return script.map(one -> StateText.join(List.of(one.name(), one.text())))
                .orElse("");
    }

    @Override
    public Optional<String> state(long account) {
        return changes.read(connection -> Accounts.find(connection, account).isEmpty()
                ? Optional.empty()
                : Optional.of(text(active(connection, account))));
    }

    @Override
    public void restore(long id, String state, Origin by) {
        List<String> parts = StateText.split(state);
        Optional<Source> script =
                state.isEmpty() ? Optional.empty() : Optional.of(new Source(parts.getFirst(), parts.getLast()));
        changes.make(by, connection -> {
            Account account = Accounts.find(connection, id).orElseThrow(() -> RegistryException.notFound("account"));
            return put(connection, account, script, "", "");
        });
    }
}
