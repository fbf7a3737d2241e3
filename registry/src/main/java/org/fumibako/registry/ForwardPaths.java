// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.model.EmailAddress;

/** Where mail comes that is forwarded to an address here, and on from there. */
final class ForwardPaths {
    /** Accounts looked at for one question; more than that delivery does not follow either. */
    private static final int MAX_ACCOUNTS = 1_000;

    private ForwardPaths() {}

    /** Whether mail for {@code target} comes to {@code account} in the end. */
    static boolean leadTo(Connection connection, EmailAddress target, long account) throws SQLException {
        Deque<Long> open = new ArrayDeque<>(accounts(connection, target));
        Set<Long> seen = new HashSet<>(open);
        while (!open.isEmpty() && seen.size() < MAX_ACCOUNTS) {
            long next = open.remove();
            if (next == account) {
                return true;
            }
            for (EmailAddress on : targets(connection, next)) {
                for (long reached : accounts(connection, on)) {
                    if (seen.add(reached)) {
                        open.add(reached);
                    }
                }
            }
        }
        return seen.contains(account);
    }

    /** The accounts behind an address: none when it is not one of ours. */
    static List<Long> accounts(Connection connection, EmailAddress address) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM account WHERE address_key = ? UNION SELECT account_id FROM alias_target"
                        + " JOIN alias ON alias.id = alias_id WHERE address_key = ?",
                address.key(),
                address.key());
    }

    private static List<EmailAddress> targets(Connection connection, long account) throws SQLException {
        return Sql.list(
                connection,
                row -> EmailAddress.of(row.getString(1)),
                "SELECT target FROM forward WHERE account_id = ?",
                account);
    }
}
