// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;

/** The {@code mailbox} table. */
final class MailboxRows {
    private static final String COLUMNS =
            "mailbox_id, name, special_use, uid_validity, uid_next, mod_seq, messages, unseen, deleted, size";

    private MailboxRows() {}

    /** Adds the account's mailboxes to {@code account}. */
    static void load(Connection connection, AccountState account) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM mailbox WHERE account_id = ? ORDER BY mailbox_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.id().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    MailboxState.Identity identity = new MailboxState.Identity(
                            new MailboxId(row.getLong(1)), row.getString(2), use(row.getString(3)), row.getLong(4));
                    MailboxState.Counts counts =
                            new MailboxState.Counts(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10));
                    account.add(new MailboxState(account, identity, row.getLong(5), row.getLong(6), counts));
                }
            }
        }
    }

    static void insert(Connection tx, MailboxState mailbox) throws SQLException {
        String sql = "INSERT INTO mailbox (account_id, mailbox_id, name, special_use, uid_validity, uid_next, mod_seq,"
                + " messages, unseen, deleted, size, vanished_floor, created_seq, named_seq)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, mailbox.account().id().value());
            statement.setLong(2, mailbox.id().value());
            statement.setString(3, mailbox.name());
            statement.setString(4, mailbox.use().map(SpecialUse::name).orElse(null));
            statement.setLong(5, mailbox.uidValidity());
            statement.setLong(6, mailbox.uidNext());
            statement.setLong(7, mailbox.modSeq());
            statement.setLong(8, mailbox.modSeq());
            statement.setLong(9, mailbox.modSeq());
            statement.setLong(10, mailbox.modSeq());
            statement.executeUpdate();
        }
    }

    static void update(Connection tx, Collection<MailboxState> mailboxes) throws SQLException {
        String sql = "UPDATE mailbox SET uid_next = ?, mod_seq = ?, messages = ?, unseen = ?, deleted = ?, size = ?"
                + " WHERE account_id = ? AND mailbox_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            for (MailboxState mailbox : mailboxes) {
                MailboxState.Counts counts = mailbox.counts();
                statement.setLong(1, mailbox.uidNext());
                statement.setLong(2, mailbox.modSeq());
                statement.setLong(3, counts.messages());
                statement.setLong(4, counts.unseen());
                statement.setLong(5, counts.deleted());
                statement.setLong(6, counts.size());
                statement.setLong(7, mailbox.account().id().value());
                statement.setLong(8, mailbox.id().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Writes its name, and that its mod-sequence is when something other than its messages changed. */
    static void rename(Connection tx, MailboxState mailbox) throws SQLException {
        String sql = "UPDATE mailbox SET name = ?, named_seq = ? WHERE account_id = ? AND mailbox_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setString(1, mailbox.name());
            statement.setLong(2, mailbox.modSeq());
            statement.setLong(3, mailbox.account().id().value());
            statement.setLong(4, mailbox.id().value());
            statement.executeUpdate();
        }
    }

    /** Writes its UIDVALIDITY, and that nothing is known of what went before its mod-sequence. */
    static void renew(Connection tx, MailboxState mailbox) throws SQLException {
        String sql = "UPDATE mailbox SET uid_validity = ?, vanished_floor = ? WHERE account_id = ? AND mailbox_id = ?";
        try (PreparedStatement statement = tx.prepareStatement(sql)) {
            statement.setLong(1, mailbox.uidValidity());
            statement.setLong(2, mailbox.modSeq());
            statement.setLong(3, mailbox.account().id().value());
            statement.setLong(4, mailbox.id().value());
            statement.executeUpdate();
        }
        ExpungedRows.deleteAll(tx, mailbox.account().id(), mailbox.id());
    }

    static void delete(Connection tx, AccountId account, MailboxId mailbox) throws SQLException {
        try (PreparedStatement statement =
                tx.prepareStatement("DELETE FROM mailbox WHERE account_id = ? AND mailbox_id = ?")) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            statement.executeUpdate();
        }
    }

    /** All mailboxes of the account, in no particular order. */
    static List<Mailbox> all(Connection connection, AccountId account) throws SQLException {
        return select(connection, account, Optional.empty());
    }

    static Optional<Mailbox> byId(Connection connection, AccountId account, MailboxId mailbox) throws SQLException {
        return select(connection, account, Optional.of(mailbox)).stream().findFirst();
    }

    private static List<Mailbox> select(Connection connection, AccountId account, Optional<MailboxId> only)
            throws SQLException {
        String sql = "SELECT " + COLUMNS + ", EXISTS (SELECT 1 FROM subscription s"
                + " WHERE s.account_id = m.account_id AND s.name = m.name)"
                + " FROM mailbox m WHERE account_id = ?" + (only.isPresent() ? " AND mailbox_id = ?" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            if (only.isPresent()) {
                statement.setLong(2, only.get().value());
            }
            List<Mailbox> mailboxes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    mailboxes.add(mailbox(account, row));
                }
            }
            return mailboxes;
        }
    }

    private static Mailbox mailbox(AccountId account, ResultSet row) throws SQLException {
        return new Mailbox(
                account,
                new MailboxId(row.getLong(1)),
                row.getString(2),
                use(row.getString(3)),
                row.getBoolean(11),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }

    private static Optional<SpecialUse> use(@org.jspecify.annotations.Nullable String name) {
        return Optional.ofNullable(name).map(SpecialUse::valueOf);
    }

    /** Octets and messages over all of the account's mailboxes. */
    static MessageStore.Usage usage(Connection connection, AccountId account) throws SQLException {
        String sql = "SELECT COALESCE(SUM(size), 0), COALESCE(SUM(messages), 0) FROM mailbox WHERE account_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new MessageStore.Usage(new org.fumibako.model.ByteSize(row.getLong(1)), row.getLong(2));
            }
        }
    }
}
