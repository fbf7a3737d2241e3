// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.UidSet;

/** Reads what was computed at arrival, a page at a time, so that nothing is held while a page is being used. */
final class ScanQuery {
    /** Messages read at once: enough to make the hand-over between threads negligible, a few hundred KB at most. */
    private static final int PAGE = 512;

    private static final byte[] NOTHING = new byte[0];

    private final AccountId account;
    private final MailboxId mailbox;
    private final Set<MessageStore.Column> columns;
    private final List<UidSet.Range> ranges;
    private int range;
    private long next;

    ScanQuery(AccountId account, MailboxId mailbox, UidSet uids, Set<MessageStore.Column> columns) {
        this.account = account;
        this.mailbox = mailbox;
        this.columns = columns;
        this.ranges = uids.ranges();
        this.next = ranges.isEmpty() ? 0 : ranges.getFirst().first();
    }

    boolean finished() {
        return range == ranges.size();
    }

    List<MessageRow> page(Connection connection) throws SQLException {
        List<MessageRow> page = new ArrayList<>(PAGE);
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            statement.setLong(1, account.value());
            statement.setLong(2, mailbox.value());
            while (!finished() && page.size() < PAGE) {
                readRange(statement, page);
            }
        }
        return page;
    }

    private void readRange(PreparedStatement statement, List<MessageRow> page) throws SQLException {
        int limit = PAGE - page.size();
        int before = page.size();
        statement.setLong(3, next);
        statement.setLong(4, ranges.get(range).last());
        statement.setInt(5, limit);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                page.add(row(row));
            }
        }
        if (page.size() - before < limit) {
            range++;
            next = finished() ? 0 : ranges.get(range).first();
        } else {
            next = page.getLast().uid() + 1;
        }
    }

    private String sql() {
        StringBuilder sql = new StringBuilder("SELECT m.uid, m.content_id");
        for (MessageStore.Column column : MessageStore.Column.values()) {
            if (columns.contains(column)) {
                sql.append(", c.").append(column.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        sql.append(" FROM message m");
        if (!columns.isEmpty()) {
            sql.append(" JOIN content c ON c.content_id = m.content_id");
        }
        return sql.append(" WHERE m.account_id = ? AND m.mailbox_id = ? AND m.uid BETWEEN ? AND ?")
                .append(" ORDER BY m.uid LIMIT ?")
                .toString();
    }

    private MessageRow row(ResultSet row) throws SQLException {
        int column = 2;
        byte[] envelope = columns.contains(MessageStore.Column.ENVELOPE) ? row.getBytes(++column) : NOTHING;
        byte[] structure = columns.contains(MessageStore.Column.STRUCTURE) ? row.getBytes(++column) : NOTHING;
        String preview = columns.contains(MessageStore.Column.PREVIEW) ? row.getString(++column) : "";
        Optional<String> references = columns.contains(MessageStore.Column.REFERENCE_IDS)
                ? Optional.ofNullable(row.getString(++column))
                : Optional.empty();
        return new MessageRow(row.getLong(1), row.getLong(2), envelope, structure, preview, references);
    }
}
