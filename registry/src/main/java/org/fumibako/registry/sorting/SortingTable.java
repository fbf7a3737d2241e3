// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.registry.Sql;
import org.fumibako.registry.sorting.AutoReply.Wording;
import org.fumibako.registry.sorting.SortingRules.Sorting;
import org.fumibako.registry.sorting.SortingRules.Source;

/** The SQL of sorting and automatic replies. */
final class SortingTable {
    /** What the script of a domain is called; no account's script can have that name. */
    static final String DOMAIN = "the domain's rules";

    private SortingTable() {}

    static Sorting of(Connection connection, long account) throws SQLException {
        // Nearly every account has nothing, and is asked about for every message.
        long parts = Sql.number(
                connection,
                "SELECT (SELECT COUNT(*) FROM sieve_script WHERE account_id = ? AND active = TRUE)"
                        + " + (SELECT COUNT(*) FROM auto_reply WHERE account_id = ? AND enabled = TRUE)"
                        + " + (SELECT COUNT(*) FROM sieve_domain s JOIN account a ON a.domain_id = s.domain_id WHERE a.id = ?)",
                account,
                account,
                account);
        return parts == 0
                ? Sorting.NONE
                : new Sorting(domain(connection, account), active(connection, account), reply(connection, account));
    }

    private static Optional<Source> domain(Connection connection, long account) throws SQLException {
        return Sql.first(
                connection,
                row -> new Source(DOMAIN, row.getString(1)),
                "SELECT s.source FROM sieve_domain s JOIN account a ON a.domain_id = s.domain_id WHERE a.id = ?",
                account);
    }

    private static Optional<Source> active(Connection connection, long account) throws SQLException {
        return Sql.first(
                connection,
                row -> new Source(row.getString(1), row.getString(2)),
                "SELECT name, source FROM sieve_script WHERE account_id = ? AND active = TRUE",
                account);
    }

    static Optional<Source> script(Connection connection, long account, String name) throws SQLException {
        return Sql.first(
                connection,
                row -> new Source(row.getString(1), row.getString(2)),
                "SELECT name, source FROM sieve_script WHERE account_id = ? AND name = ?",
                account,
                name);
    }

    static AutoReply reply(Connection connection, long account) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new AutoReply(
                                row.getBoolean(1), moment(row, 2), moment(row, 3), wording(row, 4), wording(row, 6)),
                        "SELECT enabled, begins, ends, subject_ja, text_ja, subject_en, text_en FROM auto_reply"
                                + " WHERE account_id = ?",
                        account)
                .orElse(AutoReply.OFF);
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long at = row.getLong(column);
        return at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static Optional<Wording> wording(ResultSet row, int column) throws SQLException {
        String text = row.getString(column + 1);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Wording(row.getString(column), text));
    }

    static void setReply(Connection connection, long account, AutoReply reply) throws SQLException {
        Sql.update(connection, "DELETE FROM auto_reply WHERE account_id = ?", account);
        Sql.update(connection, "DELETE FROM auto_replied WHERE account_id = ? AND handle = ''", account);
        Sql.update(
                connection,
                "INSERT INTO auto_reply (account_id, enabled, begins, ends, subject_ja, text_ja, subject_en, text_en)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                account,
                reply.on(),
                reply.begins().map(Instant::toEpochMilli).orElse(0L),
                reply.ends().map(Instant::toEpochMilli).orElse(0L),
                reply.japanese().map(Wording::subject).orElse(""),
                reply.japanese().map(Wording::text).orElse(""),
                reply.english().map(Wording::subject).orElse(""),
                reply.english().map(Wording::text).orElse(""));
    }

    static boolean isSeen(Connection connection, long account, String id, long now) throws SQLException {
        return Sql.exists(
                connection,
                "SELECT 1 FROM sieve_seen WHERE account_id = ? AND id = ? AND expires > ?",
                account,
                id,
                now);
    }

    static void remember(Connection connection, long account, String id, long until, long now) throws SQLException {
        Sql.update(connection, "DELETE FROM sieve_seen WHERE account_id = ? AND expires <= ?", account, now);
        Sql.update(
                connection,
                "INSERT INTO sieve_seen (account_id, id, expires) VALUES (?, ?, ?)"
                        + " ON CONFLICT (account_id, id) DO UPDATE SET expires = excluded.expires",
                account,
                id,
                until);
    }

    /** One of several that ask at once gets true. */
    static boolean claim(Connection connection, Claim claim, long now) throws SQLException {
        Sql.update(connection, "DELETE FROM auto_replied WHERE account_id = ? AND expires <= ?", claim.account(), now);
        return Sql.update(
                        connection,
                        "INSERT INTO auto_replied (account_id, correspondent, handle, expires) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (account_id, correspondent, handle) DO NOTHING",
                        claim.account(),
                        claim.correspondent(),
                        claim.handle(),
                        claim.until())
                > 0;
    }

    /** Who is to be answered, by whom, with what. */
    record Claim(long account, String correspondent, String handle, long until) {}
}
