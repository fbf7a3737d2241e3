// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/** Reads messages by content instead of by mailbox, and an account as a whole. */
final class EmailRows {
    /** Ids in one statement: both engines take many more, and a page of them is some hundred KB at most. */
    static final int MAX_IDS = 500;

    private static final byte[] NOTHING = new byte[0];
    private static final int FIRST_COLUMN = 10;

    private EmailRows() {}

    /** An account's mailboxes and the mod-sequence of its latest change. */
    record Index(long modSeq, List<MailboxMark> mailboxes) {}

    /** A mailbox with the mod-sequences of {@link AccountView.Seat}. */
    record MailboxMark(Mailbox mailbox, long createdSeq, long namedSeq) {}

    static Index index(Connection connection, AccountId account) throws SQLException {
        Map<MailboxId, long[]> marks = marks(connection, account);
        List<MailboxMark> mailboxes = new ArrayList<>();
        for (Mailbox mailbox : MailboxRows.all(connection, account)) {
            long[] mark = marks.getOrDefault(mailbox.id(), new long[2]);
            mailboxes.add(new MailboxMark(mailbox, mark[0], mark[1]));
        }
        return new Index(modSeq(connection, account), mailboxes);
    }

    private static Map<MailboxId, long[]> marks(Connection connection, AccountId account) throws SQLException {
        String sql = "SELECT mailbox_id, created_seq, named_seq FROM mailbox WHERE account_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, account.value());
            Map<MailboxId, long[]> marks = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    marks.put(new MailboxId(row.getLong(1)), new long[] {row.getLong(2), row.getLong(3)});
                }
            }
            return marks;
        }
    }

    static long modSeq(Connection connection, AccountId account) throws SQLException {
        String sql = "SELECT MAX(mod_seq) FROM (SELECT mod_seq FROM account_state WHERE account_id = ?"
                + " UNION ALL SELECT mod_seq FROM mailbox WHERE account_id = ?) AS known";
        return number(connection, sql, account.value(), account.value());
    }

    static long floor(Connection connection, AccountId account) throws SQLException {
        return number(connection, "SELECT departed_floor FROM account_state WHERE account_id = ?", account.value());
    }

    private static long number(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** {@code ids} ascending, without doubles, at most {@link #MAX_IDS}. */
    static List<EmailRow> read(
            Connection connection, AccountId account, List<Long> ids, Set<MessageStore.Column> columns, FlagPool pool)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(ids.size(), columns))) {
            statement.setLong(1, account.value());
            for (int i = 0; i < ids.size(); i++) {
                statement.setLong(i + 2, ids.get(i));
            }
            List<EmailRow> emails = new ArrayList<>(ids.size());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    EmailRow.Place place = new EmailRow.Place(
                            new MailboxId(row.getLong(2)),
                            row.getLong(3),
                            pool.of(row.getInt(7), row.getString(8)),
                            row.getLong(9));
                    if (!emails.isEmpty() && emails.getLast().contentId() == row.getLong(1)) {
                        emails.add(also(emails.removeLast(), place, row.getLong(6)));
                    } else {
                        emails.add(email(row, place, columns));
                    }
                }
            }
            return emails;
        }
    }

    static String sql(int ids, Set<MessageStore.Column> columns) {
        StringBuilder sql = new StringBuilder("SELECT m.content_id, m.mailbox_id, m.uid, m.thread_id, m.size,"
                + " m.internal_date, m.flags, m.keywords, m.saved_date");
        for (MessageStore.Column column : MessageStore.Column.values()) {
            if (columns.contains(column)) {
                sql.append(", c.").append(column.name().toLowerCase(Locale.ROOT));
            }
        }
        sql.append(" FROM message m");
        if (!columns.isEmpty()) {
            sql.append(" JOIN content c ON c.content_id = m.content_id");
        }
        // The plus keeps SQLite from reading all of the account: it knows nothing of how many rows a key has.
        return sql.append(" WHERE +m.account_id = ? AND m.content_id IN (")
                .append(String.join(", ", Collections.nCopies(ids, "?")))
                .append(") ORDER BY m.content_id, m.mailbox_id, m.uid")
                .toString();
    }

    private static EmailRow email(ResultSet row, EmailRow.Place place, Set<MessageStore.Column> columns)
            throws SQLException {
        int column = FIRST_COLUMN;
        byte[] envelope = columns.contains(MessageStore.Column.ENVELOPE) ? row.getBytes(column++) : NOTHING;
        byte[] structure = columns.contains(MessageStore.Column.STRUCTURE) ? row.getBytes(column++) : NOTHING;
        String preview = columns.contains(MessageStore.Column.PREVIEW) ? row.getString(column++) : "";
        Optional<String> references = columns.contains(MessageStore.Column.REFERENCE_IDS)
                ? Optional.ofNullable(row.getString(column))
                : Optional.empty();
        return new EmailRow(
                row.getLong(1),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                List.of(place),
                envelope,
                structure,
                preview,
                references);
    }

    private static EmailRow also(EmailRow email, EmailRow.Place place, long receivedAt) {
        List<EmailRow.Place> places = new ArrayList<>(email.places());
        places.add(place);
        return new EmailRow(
                email.contentId(),
                email.threadId(),
                email.size(),
                Math.min(email.receivedAt(), receivedAt),
                places,
                email.envelope(),
                email.structure(),
                email.preview(),
                email.references());
    }
}
