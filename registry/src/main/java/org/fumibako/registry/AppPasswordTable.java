// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Protocol;
import org.fumibako.model.AccountId;

/** The SQL of app passwords. */
final class AppPasswordTable {
    private static final String SELECT = "SELECT id, account_id, name, uses, may_delete, created, used, used_peer,"
            + " used_protocol, revoked IS NOT NULL, scram FROM app_password";

    private final byte[] secret;

    /** @param secret random octets that all processes share, the key of the hashes */
    AppPasswordTable(byte[] secret) {
        this.secret = secret.clone();
    }

    /** What becomes a row. */
    record Draft(String name, AppScope scope, String plain, ScramText scram) {}

    /** A row that the hash of a password led to. */
    record Found(AppPassword appPassword, boolean revoked) {}

    AppPassword insert(Connection connection, AccountId account, Draft draft, long now) throws SQLException {
        long id = Sql.nextId(connection, "app_password");
        Sql.update(
                connection,
                "INSERT INTO app_password (id, account_id, name, uses, may_delete, hash, scram, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                account.value(),
                draft.name(),
                draft.scope().column(),
                draft.scope().mayDelete(),
                AppPasswordText.hash(secret, account.value(), draft.plain()),
                draft.scram().toString(),
                now);
        return new AppPassword(id, account, draft.name(), draft.scope(), Instant.ofEpochMilli(now), Optional.empty());
    }

    /** By what was typed; one statement, whether there is such an account or not. */
    Optional<Found> find(Connection connection, long account, String plain) throws SQLException {
        return Sql.first(
                connection,
                row -> new Found(appPassword(row), row.getBoolean(10)),
                SELECT + " WHERE hash = ?",
                AppPasswordText.hash(secret, account, plain));
    }

    static List<AppPassword> live(Connection connection, AccountId account) throws SQLException {
        return Sql.list(
                connection,
                AppPasswordTable::appPassword,
                SELECT + " WHERE account_id = ? AND revoked IS NULL ORDER BY id",
                account.value());
    }

    static List<Authenticator.ScramKey> scramKeys(Connection connection, long account) throws SQLException {
        return Sql.list(
                connection,
                row -> {
                    ScramText scram = ScramText.parse(row.getString(11));
                    return new Authenticator.ScramKey(
                            scram.storedKey(), scram.serverKey(), Optional.of(appPassword(row)));
                },
                SELECT + " WHERE account_id = ? AND revoked IS NULL ORDER BY id",
                account);
    }

    static boolean isLive(Connection connection, long id) throws SQLException {
        return Sql.exists(connection, "SELECT 1 FROM app_password WHERE id = ? AND revoked IS NULL", id);
    }

    static void revoke(Connection connection, long id, long now) throws SQLException {
        Sql.update(connection, "UPDATE app_password SET revoked = ? WHERE id = ?", now, id);
    }

    static void forgetRevoked(Connection connection, AccountId account, long before) throws SQLException {
        Sql.update(
                connection, "DELETE FROM app_password WHERE account_id = ? AND revoked < ?", account.value(), before);
    }

    static void used(Connection connection, long id, AppPassword.LastUse use) throws SQLException {
        Sql.update(
                connection,
                "UPDATE app_password SET used = ?, used_peer = ?, used_protocol = ? WHERE id = ?",
                use.at().toEpochMilli(),
                use.peer(),
                use.protocol().name(),
                id);
    }

    private static AppPassword appPassword(ResultSet row) throws SQLException {
        long used = row.getLong(7);
        Optional<AppPassword.LastUse> lastUse = row.wasNull()
                ? Optional.empty()
                : Optional.of(new AppPassword.LastUse(
                        Instant.ofEpochMilli(used), row.getString(8), Protocol.valueOf(row.getString(9))));
        return new AppPassword(
                row.getLong(1),
                new AccountId(row.getLong(2)),
                row.getString(3),
                AppScope.of(row.getString(4), row.getBoolean(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                lastUse);
    }
}
