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
import org.fumibako.model.MailboxId;

/** The {@code annotation} table. */
final class AnnotationRows {
    private AnnotationRows() {}

    static List<Annotation> all(Connection connection, AccountId account) throws SQLException {
        String sql = "SELECT mailbox_id, reader_id, entry, mod_seq, value FROM annotation WHERE account_id = ?"
                + " ORDER BY mailbox_id, reader_id, entry";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            try (ResultSet row = statement.executeQuery()) {
                List<Annotation> annotations = new ArrayList<>();
                while (row.next()) {
                    Annotation.Name name = new Annotation.Name(
                            id(row.getLong(1)).map(MailboxId::new),
                            id(row.getLong(2)).map(AccountId::new),
                            row.getString(3));
                    annotations.add(new Annotation(name, row.getLong(4), row.getBytes(5)));
                }
                return annotations;
            }
        }
    }

    private static Optional<Long> id(long value) {
        return value == 0 ? Optional.empty() : Optional.of(value);
    }

    static void set(Connection tx, AccountId account, Annotation.Change change, long modSeq) throws SQLException {
        if (change.value().isEmpty()) {
            delete(tx, account, change.name());
            return;
        }
        String sql = "INSERT INTO annotation (account_id, mailbox_id, reader_id, entry, mod_seq, value)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, mailbox_id, reader_id, entry)"
                + " DO UPDATE SET mod_seq = excluded.mod_seq, value = excluded.value";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            name(statement, account, change.name());
            statement.setLong(5, modSeq);
            statement.setBytes(6, change.value().get());
            statement.executeUpdate();
        }
    }

    private static void delete(Connection tx, AccountId account, Annotation.Name name) throws SQLException {
        String sql = "DELETE FROM annotation WHERE account_id = ? AND mailbox_id = ? AND reader_id = ? AND entry = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            name(statement, account, name);
            statement.executeUpdate();
        }
    }

    private static void name(PreparedStatement statement, AccountId account, Annotation.Name name) throws SQLException {
        statement.setLong(1, account.value());
        statement.setLong(2, name.mailbox().map(MailboxId::value).orElse(0L));
        statement.setLong(3, name.reader().map(AccountId::value).orElse(0L));
        statement.setString(4, name.entry());
    }

    /** The mailbox is gone, and what was noted about it. */
    static void deleteAll(Connection tx, AccountId account, MailboxId mailbox) throws SQLException {
        delete(tx, "DELETE FROM annotation WHERE account_id = ? AND mailbox_id = ?", account.value(), mailbox.value());
    }

    /** The account is gone, and what was noted about it and by it. */
    static void deleteAll(Connection tx, AccountId account) throws SQLException {
        delete(tx, "DELETE FROM annotation WHERE account_id = ? OR reader_id = ?", account.value(), account.value());
    }

    private static void delete(Connection tx, String sql, long first, long second) throws SQLException {
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, first);
            statement.setLong(2, second);
            statement.executeUpdate();
        }
    }
}
