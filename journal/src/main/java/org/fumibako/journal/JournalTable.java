// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The SQL of the {@code journal} table. */
final class JournalTable {
    private static final String INSERT = """
            INSERT INTO journal
            (at, account_id, about, kind, content_id, protocol, session, peer, client, login, detail, app_password,
            message_key, sender_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String DELETE_OLDEST = """
            DELETE FROM journal WHERE at < ? AND id IN (SELECT id FROM journal ORDER BY id LIMIT ?)""";

    private static final String COLUMNS =
            "SELECT id, at, account_id, kind, content_id, protocol, session, peer, client, login, app_password, detail"
                    + " FROM journal WHERE ";

    /** The kinds stand in the text, for only so does a database see that the index of these rows will do. */
    static final String QUEUED = COLUMNS + "account_id = ? AND id > ? AND kind = '" + EventKind.QUEUED.column()
            + "' ORDER BY id DESC LIMIT ?";

    static final String MOVES = COLUMNS + "id > ? AND kind IN ('" + EventKind.MOVED.column() + "', '"
            + EventKind.COPIED.column() + "') ORDER BY id LIMIT ?";

    private static final String SIGNING_IN = " = ? AND id < ? AND kind IN ('" + EventKind.SIGNED_IN.column() + "', '"
            + EventKind.SIGN_IN_FAILED.column() + "') ORDER BY id DESC LIMIT ?";

    static final String SIGN_INS = COLUMNS + "account_id" + SIGNING_IN;
    private static final String SIGN_INS_ABOUT = COLUMNS + "about" + SIGNING_IN;

    private JournalTable() {}

    /** An entry and when it happened, in milliseconds since 1970. */
    record Stamped(long at, JournalEvent.Entry entry) {}

    static void insert(Connection connection, List<Stamped> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Stamped row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Stamped row) throws SQLException {
        JournalEvent event = row.entry().event();
        Origin origin = row.entry().origin();
        statement.setLong(1, row.at());
        setLong(
                statement,
                2,
                row.entry()
                        .account()
                        .map(AccountId::value)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
        statement.setString(3, row.entry().account().isPresent() ? null : about(event, origin));
        statement.setString(4, EventKind.of(event).column());
        setLong(statement, 5, EventCodec.contentId(event));
        statement.setString(6, origin.protocol().name());
        statement.setString(7, origin.session());
        statement.setString(8, origin.peer().map(JournalTable::literal).orElse(null));
        statement.setString(9, withoutNul(origin.client()));
        statement.setString(10, origin.login().map(EmailAddress::toString).orElse(null));
        statement.setString(11, EventCodec.encode(event));
        statement.setString(12, origin.appPassword().orElse(null));
        setLong(statement, 13, TraceKey.ofMessage(row.at(), event));
        setLong(statement, 14, TraceKey.ofSender(row.at(), event));
    }

    private static void setLong(PreparedStatement statement, int index, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.getAsLong());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    /** Which address or domain an event concerns that is no account's. */
    private static @Nullable String about(JournalEvent event, Origin origin) {
        return switch (event) {
            case JournalEvent.Refused refused -> key(refused.recipient());
            case JournalEvent.SignInFailed failed -> key(failed.login());
            // "customer demo": of a login, which no account is, the name is what failures are found by too.
            case JournalEvent.SignedIn _ ->
                key(origin.actor().substring(origin.actor().indexOf(' ') + 1));
            case JournalEvent.DnsChanged changed -> key(changed.domain());
            case OutgoingEvent outgoing -> key(outgoing.recipient().toString());
            case ForwardEvent forward -> key(forward.target().toString());
            case JournalEvent.Authenticated _,
                    JournalEvent.Filed _,
                    JournalEvent.RefusedAbroad _,
                    JournalEvent.Seen _,
                    JournalEvent.Copied _,
                    JournalEvent.Moved _,
                    JournalEvent.Deleted _,
                    JournalEvent.Purged _,
                    JournalEvent.MailboxCreated _,
                    JournalEvent.MailboxRenamed _,
                    JournalEvent.MailboxDeleted _,
                    AbuseEvent _,
                    SortingEvent _,
                    FilterEvent _,
                    JournalEvent.SettingChanged _ -> null;
        };
    }

    /** An address under which it is found whatever its case; PostgreSQL has no NUL in text. */
    static String key(String address) {
        return withoutNul(address.toLowerCase(Locale.ROOT));
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\ufffd');
    }

    static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    static List<JournalRow> select(Connection connection, JournalQuery query) throws SQLException {
        String where = query.about()
                .map(about -> switch (about) {
                    case JournalQuery.About.OfAccount _ -> "account_id = ? AND ";
                    case JournalQuery.About.OfAddress _ -> "about = ? AND ";
                })
                .orElse("");
        String sql = COLUMNS + where + "at >= ? ORDER BY id " + (query.newestFirst() ? "DESC" : "ASC") + " LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            if (query.about().isPresent()) {
                bindAbout(statement, query.about().get());
                index++;
            }
            statement.setLong(index, query.since().toEpochMilli());
            statement.setInt(index + 1, query.limit());
            return rows(statement);
        }
    }

    /** An account's rows of queued messages that are younger than row {@code after}, the newest first. */
    static List<JournalRow> queued(Connection connection, AccountId account, long after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUEUED)) {
            statement.setLong(1, account.value());
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /** Rows about signing in, the newest first. */
    static List<JournalRow> signIns(Connection connection, SignInQuery query) throws SQLException {
        boolean known = query.about() instanceof JournalQuery.About.OfAccount;
        try (PreparedStatement statement = connection.prepareStatement(known ? SIGN_INS : SIGN_INS_ABOUT)) {
            bindAbout(statement, query.about());
            statement.setLong(2, query.before());
            statement.setInt(3, query.limit());
            return rows(statement);
        }
    }

    /** Rows of moves and copies that are younger than row {@code after}, the oldest first. */
    static List<JournalRow> moves(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVES)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return rows(statement);
        }
    }

    private static void bindAbout(PreparedStatement statement, JournalQuery.About about) throws SQLException {
        switch (about) {
            case JournalQuery.About.OfAccount of ->
                statement.setLong(1, of.account().value());
            case JournalQuery.About.OfAddress of -> statement.setString(1, key(of.address()));
        }
    }

    static List<JournalRow> rows(PreparedStatement statement) throws SQLException {
        List<JournalRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long account = row.getLong("account_id");
                rows.add(new JournalRow(
                        row.getLong("id"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.wasNull() || account == 0 ? Optional.empty() : Optional.of(new AccountId(account)),
                        origin(row),
                        EventCodec.decode(
                                EventKind.ofColumn(row.getString("kind")),
                                row.getLong("content_id"),
                                row.getString("detail"))));
            }
        }
        return rows;
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                Protocol.valueOf(row.getString("protocol")),
                row.getString("session"),
                Optional.ofNullable(row.getString("peer")).map(InetAddress::ofLiteral),
                row.getString("client"),
                Optional.ofNullable(row.getString("login")).flatMap(EmailAddress::parse),
                Optional.ofNullable(row.getString("app_password")),
                "");
    }

    /** Deletes those of the {@code count} oldest rows that are older than {@code before}; rows are in order of time. */
    static int deleteOldest(Connection connection, Instant before, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_OLDEST)) {
            statement.setLong(1, before.toEpochMilli());
            statement.setInt(2, count);
            return statement.executeUpdate();
        }
    }
}
