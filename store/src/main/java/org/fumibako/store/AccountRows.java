// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;

/** The {@code account_state} table: for writers also the lock on everything that belongs to the account. */
final class AccountRows {
    private AccountRows() {}

    /**
     * Reads an account with its mailboxes and keeps other writers from it until the transaction ends; accounts are locked
     * in ascending order of id, so that writers never wait for each other in a circle.
     */
    static Optional<AccountState> lock(Connection tx, AccountId id) throws SQLException {
        String sql = "UPDATE account_state SET deleted = deleted WHERE account_id = ?"
                + " RETURNING mod_seq, uid_validity_next, deleted";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                AccountState account = new AccountState(id, row.getLong(1), row.getLong(2), row.getInt(3) != 0);
                MailboxRows.load(tx, account);
                return Optional.of(account);
            }
        }
    }

    /** Makes the row when there is none; two writers at once make it once. */
    static void insert(Connection tx, AccountId id) throws SQLException {
        String sql = "INSERT INTO account_state (account_id, mod_seq, uid_validity_next, deleted)"
                + " VALUES (?, 0, 1, 1) ON CONFLICT (account_id) DO NOTHING";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, id.value());
            statement.executeUpdate();
        }
    }

    /** Raises the mod-sequence of every account there ever was; returns those that still are. */
    static List<AccountId> raise(Connection tx, long by) throws SQLException {
        String sql = "UPDATE account_state SET mod_seq = mod_seq + ?, departed_floor = mod_seq + ?"
                + " RETURNING account_id, deleted";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, by);
            statement.setLong(2, by);
            List<AccountId> accounts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getInt(2) == 0) {
                        accounts.add(new AccountId(row.getLong(1)));
                    }
                }
            }
            return accounts;
        }
    }

    static void update(Connection tx, AccountState account) throws SQLException {
        String sql = "UPDATE account_state SET mod_seq = ?, uid_validity_next = ?, deleted = ? WHERE account_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, account.modSeq());
            statement.setLong(2, account.uidValidityNext());
            statement.setInt(3, account.deleted() ? 1 : 0);
            statement.setLong(4, account.id().value());
            statement.executeUpdate();
        }
    }

    /** The accounts that are not deleted, in ascending order. */
    static List<AccountId> live(Connection connection) throws SQLException {
        String sql = "SELECT account_id FROM account_state WHERE deleted = 0 ORDER BY account_id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<AccountId> accounts = new ArrayList<>();
            while (row.next()) {
                accounts.add(new AccountId(row.getLong(1)));
            }
            return accounts;
        }
    }
}
