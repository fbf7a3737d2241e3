// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/**
 * Shares in the {@code annotation} table: what the reader may do is noted about the mailbox, for that reader, under a name that no
 * client can give. So they go with mailbox and reader, and are in packs, backups and rebuilds as annotations are.
 */
final class ShareRows {
    /** Names that clients give begin with a slash. */
    static final String ENTRY = "rights";

    private static final String SELECT =
            "SELECT account_id, mailbox_id, reader_id, value FROM annotation WHERE entry = '" + ENTRY + "' AND ";

    private ShareRows() {}

    static List<Shares.Share> of(Connection connection, AccountId owner) throws SQLException {
        return select(connection, "account_id = ? ORDER BY mailbox_id, reader_id", owner.value());
    }

    static List<Shares.Share> with(Connection connection, AccountId reader) throws SQLException {
        return select(connection, "reader_id = ? ORDER BY account_id, mailbox_id", reader.value());
    }

    static Optional<Shares.Share> one(Connection connection, AccountId owner, MailboxId mailbox, AccountId reader)
            throws SQLException {
        String condition = "account_id = ? AND mailbox_id = ? AND reader_id = ?";
        return select(connection, condition, owner.value(), mailbox.value(), reader.value()).stream()
                .findFirst();
    }

    private static List<Shares.Share> select(Connection connection, String condition, long... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + condition)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<Shares.Share> shares = new ArrayList<>();
                while (row.next()) {
                    shares.add(new Shares.Share(
                            new AccountId(row.getLong(1)),
                            new MailboxId(row.getLong(2)),
                            new AccountId(row.getLong(3)),
                            new String(row.getBytes(4), StandardCharsets.US_ASCII)));
                }
                return shares;
            }
        }
    }
}
