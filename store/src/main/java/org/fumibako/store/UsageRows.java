// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;

/** What many accounts hold. */
final class UsageRows {
    /** Accounts in one statement, always as many, so that it is prepared once. */
    private static final int AT_ONCE = 500;

    private static final String SELECT =
            "SELECT account_id, SUM(size), SUM(messages) FROM mailbox WHERE account_id IN ("
                    + String.join(", ", Collections.nCopies(AT_ONCE, "?")) + ") GROUP BY account_id";

    private UsageRows() {}

    static Map<AccountId, MessageStore.Usage> of(Connection connection, Collection<AccountId> accounts)
            throws SQLException {
        Map<AccountId, MessageStore.Usage> usage = new HashMap<>();
        List<AccountId> all = new ArrayList<>(accounts);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(connection, all.subList(from, Math.min(all.size(), from + AT_ONCE)), usage);
        }
        return usage;
    }

    private static void read(Connection connection, List<AccountId> some, Map<AccountId, MessageStore.Usage> usage)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            for (int i = 0; i < AT_ONCE; i++) {
                // No account has the id 0.
                statement.setLong(i + 1, i < some.size() ? some.get(i).value() : 0);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    usage.put(
                            new AccountId(row.getLong(1)),
                            new MessageStore.Usage(new ByteSize(row.getLong(2)), row.getLong(3)));
                }
            }
        }
    }
}
