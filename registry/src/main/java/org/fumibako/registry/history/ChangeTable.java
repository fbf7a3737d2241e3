// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.registry.Sql;

/** The SQL of the history. */
public final class ChangeTable {
    private static final String SELECT = "SELECT id, bundle, customer_id, account_id, made, actor, kind, subject, was,"
            + " became, undo, undo_until, undone FROM change_history";

    private ChangeTable() {}

    /** Adds a row; {@code bundle} is 0 for a change by itself. Returns its id. */
    public static long add(Connection connection, ChangeNote note, long bundle, String actor, long now)
            throws SQLException {
        long id = Sql.nextId(connection, "change");
        Sql.update(
                connection,
                "INSERT INTO change_history (id, bundle, customer_id, domain_id, account_id, made, actor, kind, subject,"
                        + " was, became, undo, undo_until) VALUES (?, ?, ?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                bundle == 0 ? id : bundle,
                note.whose().customer().value(),
                note.whose().domain().map(DomainId::value).orElse(0L),
                note.whose().account().map(AccountId::value).orElse(0L),
                now,
                actor,
                note.kind().column(),
                note.subject(),
                note.was(),
                note.became(),
                UndoCodec.encode(note.undo()),
                note.undo().map(undo -> now + undo.period().toMillis()).orElse(0L));
        return id;
    }

    /** The rows of a bundle, the last first. */
    static List<ChangeRow> bundle(Connection connection, long bundle) throws SQLException {
        return Sql.list(connection, ChangeTable::row, SELECT + " WHERE bundle = ? ORDER BY id DESC", bundle);
    }

    /** Marks a bundle that is not marked, or with 0 takes the mark off; returns how many rows. */
    static int undone(Connection connection, long bundle, long now) throws SQLException {
        return now == 0
                ? Sql.update(connection, "UPDATE change_history SET undone = NULL WHERE bundle = ?", bundle)
                : Sql.update(
                        connection,
                        "UPDATE change_history SET undone = CAST(? AS BIGINT) WHERE bundle = ? AND undone IS NULL",
                        now,
                        bundle);
    }

    static List<ChangeRow> list(Connection connection, ChangeQuery query) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        parameters.add((long) query.limit());
        parameters.add(query.offset());
        return Sql.list(
                connection,
                ChangeTable::row,
                SELECT + where + " ORDER BY id DESC LIMIT ? OFFSET ?",
                parameters.toArray());
    }

    static long count(Connection connection, ChangeQuery query) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        return Sql.number(connection, "SELECT count(*) FROM change_history" + where, parameters.toArray());
    }

    private static String where(ChangeQuery query, List<Object> parameters) {
        StringBuilder where =
                new StringBuilder(" WHERE (lower(subject) LIKE ? ESCAPE '!' OR lower(actor) LIKE ? ESCAPE '!')");
        String like = Sql.part(query.text().toLowerCase(Locale.ROOT));
        parameters.add(like);
        parameters.add(like);
        query.customer().ifPresent(id -> equal(where, parameters, "customer_id", id.value()));
        query.domain().ifPresent(id -> equal(where, parameters, "domain_id", id.value()));
        query.account().ifPresent(id -> equal(where, parameters, "account_id", id.value()));
        return where.toString();
    }

    private static void equal(StringBuilder where, List<Object> parameters, String column, long value) {
        where.append(" AND ").append(column).append(" = ?");
        parameters.add(value);
    }

    private static ChangeRow row(ResultSet row) throws SQLException {
        long until = row.getLong(12);
        long undone = row.getLong(13);
        return new ChangeRow(
                row.getLong(1),
                row.getLong(2),
                Optional.of(row.getLong(3)).filter(id -> id != 0).map(CustomerId::new),
                Optional.of(row.getLong(4)).filter(id -> id != 0).map(AccountId::new),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                ChangeKind.ofColumn(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                UndoCodec.decode(row.getString(11)),
                Optional.of(until).filter(at -> at != 0 && undone == 0).map(Instant::ofEpochMilli),
                Optional.of(undone).filter(at -> at != 0).map(Instant::ofEpochMilli));
    }
}
