// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Forwarding.Target;

/** {@link ForwardRules} over the registry's tables. */
final class ForwardHealth implements ForwardRules {
    /** Characters kept of why a target did not take a message. */
    private static final int MAX_REASON = 500;

    private final Changes changes;
    private final Patience patience;
    private final Remembered<AccountId, Forwarding> remembered;

    ForwardHealth(Changes changes, Patience patience) {
        this.changes = changes;
        this.patience = patience;
        this.remembered = new Remembered<>(
                changes, account -> changes.read(connection -> ForwardTable.of(connection, account.value())));
    }

    @Override
    public Forwarding of(AccountId account) {
        return remembered.get(account);
    }

    @Override
    public Optional<Owned> find(long target) {
        return changes.read(connection -> ForwardTable.find(connection, target));
    }

    @Override
    public void delivered(Owned target) {
        if (target.target().state() instanceof Target.State.Failing) {
            changes.write(connection -> {
                Optional<Owned> now =
                        ForwardTable.find(connection, target.target().id());
                // One that was stopped meanwhile is resumed by people only.
                if (now.isPresent() && now.get().target().state() instanceof Target.State.Failing) {
                    ForwardTable.forgive(connection, target.target().id());
                }
                return true;
            });
        }
    }

    @Override
    public Tally failed(Owned target, String reason) {
        String kept = reason.replace('\0', ' ');
        Tally tally = changes.write(connection ->
                count(connection, target, kept.length() > MAX_REASON ? kept.substring(0, MAX_REASON) : kept));
        if (tally.stopped()) {
            changes.forget();
        }
        return tally;
    }

    private Tally count(Connection connection, Owned target, String reason) throws SQLException {
        long id = target.target().id();
        ForwardTable.count(connection, id, changes.now(), reason);
        Optional<Owned> now = ForwardTable.find(connection, id);
        if (now.isEmpty() || !(now.get().target().state() instanceof Target.State.Failing failing)) {
            return new Tally(0, false);
        }
        boolean enough = failing.failures() >= patience.failures()
                && !failing.since().plus(patience.time()).isAfter(Instant.ofEpochMilli(changes.now()));
        if (enough) {
            ForwardTable.stop(connection, id, changes.now());
            ForwardTable.keep(connection, target.account().value(), true);
        }
        return new Tally(failing.failures(), enough);
    }
}
