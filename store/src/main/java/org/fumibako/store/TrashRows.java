// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;

/** Looks for what has been in Trash for long. */
final class TrashRows {
    private TrashRows() {}

    /** Accounts with messages that came into their Trash before {@code before}, milliseconds since the epoch. */
    static List<AccountId> accounts(Connection connection, long before) throws SQLException {
        String sql = "SELECT t.account_id FROM mailbox t WHERE t.special_use = ? AND t.messages > 0"
                + " AND EXISTS (SELECT 1 FROM message m WHERE m.account_id = t.account_id"
                + " AND m.mailbox_id = t.mailbox_id AND m.saved_date < ?) ORDER BY t.account_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, SpecialUse.TRASH.name());
            statement.setLong(2, before);
            try (ResultSet row = statement.executeQuery()) {
                List<AccountId> accounts = new ArrayList<>();
                while (row.next()) {
                    accounts.add(new AccountId(row.getLong(1)));
                }
                return accounts;
            }
        }
    }
}
