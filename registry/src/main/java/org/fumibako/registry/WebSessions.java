// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;

/**
 * Browsers that are signed in. They are in the database, so that they outlive a restart, are the same for all processes, and can
 * be ended from elsewhere. What a browser keeps is random; what the database keeps of it is a hash.
 */
public final class WebSessions {
    /** Without a request for so long a session is over. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** However busy, a session is over after this. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** How often it is written down that a session was used. */
    private static final Duration TOUCH = Duration.ofMinutes(5);

    /** 256 bits: nobody guesses one. */
    private static final int TOKEN_OCTETS = 32;

    private static final String SELECT =
            "SELECT id, login_id, account_id, created, used, peer, client FROM web_session";

    private static final String ALIVE = " created > ? AND used > ?";

    private final Changes changes;
    private final SecureRandom random;

    WebSessions(Changes changes, SecureRandom random) {
        this.changes = changes;
        this.random = random;
    }

    /**
     * A session.
     *
     * @param peer where it began
     * @param client what the browser called itself
     */
    public record Session(
            long id, Principal principal, Instant created, Instant used, Optional<InetAddress> peer, String client) {}

    /** A session that has just begun; {@code token} is nowhere else. */
    public record Begun(String token, Session session) {
        /** Not the token. */
        @Override
        public String toString() {
            return "session " + session.id();
        }
    }

    private record Row(
            long id, long login, long account, long created, long used, Optional<InetAddress> peer, String client) {
        Session of(Principal principal) {
            return new Session(id, principal, Instant.ofEpochMilli(created), Instant.ofEpochMilli(used), peer, client);
        }
    }

    /** Somebody has proved who they are. */
    public Begun begin(Principal principal, Origin origin) {
        byte[] drawn = new byte[TOKEN_OCTETS];
        random.nextBytes(drawn);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return changes.write(connection -> {
            long now = changes.now();
            Sql.update(
                    connection,
                    "DELETE FROM web_session WHERE NOT (" + ALIVE + ")",
                    now - LIFETIME.toMillis(),
                    now - IDLE.toMillis());
            long id = Sql.nextId(connection, "web_session");
            Sql.update(
                    connection,
                    "INSERT INTO web_session (id, token, login_id, account_id, created, used, peer, client)"
                            + " VALUES (?, ?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?, ?)",
                    id,
                    hash(token),
                    login(principal),
                    account(principal),
                    now,
                    now,
                    origin.peer().map(InetAddress::getHostAddress).orElse(""),
                    origin.client().replace('\0', ' '));
            Instant at = Instant.ofEpochMilli(now);
            return new Begun(token, new Session(id, principal, at, at, origin.peer(), origin.client()));
        });
    }

    /** The session that a browser says it has; one that is over, or whose owner may not sign in any more, is none. */
    public Optional<Session> find(String token) {
        long now = changes.now();
        Optional<Session> found = changes.read(connection -> {
            Optional<Row> row = Sql.first(
                    connection,
                    WebSessions::row,
                    SELECT + " WHERE token = ? AND" + ALIVE,
                    hash(token),
                    now - LIFETIME.toMillis(),
                    now - IDLE.toMillis());
            Optional<Principal> principal = row.isEmpty()
                    ? Optional.empty()
                    : principal(connection, row.get().login(), row.get().account());
            return principal
                    .filter(who -> !who.suspended())
                    .map(who -> row.get().of(who));
        });
        if (found.isPresent() && found.get().used().toEpochMilli() < now - TOUCH.toMillis()) {
            changes.write(connection -> Sql.update(
                    connection,
                    "UPDATE web_session SET used = ? WHERE id = ?",
                    now,
                    found.get().id()));
        }
        return found;
    }

    /** All sessions of somebody, the last used first. */
    public List<Session> list(Principal principal) {
        long now = changes.now();
        return changes.read(connection -> Sql.list(
                connection,
                row -> row(row).of(principal),
                SELECT + " WHERE (login_id = ? OR account_id = ?) AND" + ALIVE + " ORDER BY used DESC, id DESC",
                login(principal),
                account(principal),
                now - LIFETIME.toMillis(),
                now - IDLE.toMillis()));
    }

    /** Ends one of somebody's sessions; returns whether there was such a one. */
    public boolean end(Principal principal, long id) {
        return changes.write(connection -> Sql.update(
                        connection,
                        "DELETE FROM web_session WHERE id = ? AND (login_id = ? OR account_id = ?)",
                        id,
                        login(principal),
                        account(principal)))
                > 0;
    }

    /** Ends all of somebody's sessions but one; returns how many. */
    public int endOthers(Principal principal, long kept) {
        return changes.write(connection -> Sql.update(
                connection,
                "DELETE FROM web_session WHERE id <> ? AND (login_id = ? OR account_id = ?)",
                kept,
                login(principal),
                account(principal)));
    }

    /** In the transaction that changes the password. */
    static void endAll(Connection connection, AccountId account) throws SQLException {
        Sql.update(connection, "DELETE FROM web_session WHERE account_id = ?", account.value());
    }

    /** The language that somebody chose: {@code ja}, {@code en}, or empty. */
    public String language(Principal principal) {
        return changes.read(connection -> Sql.first(
                        connection,
                        row -> row.getString(1),
                        "SELECT language FROM " + table(principal) + " WHERE id = ?",
                        id(principal))
                .orElse(""));
    }

    public void language(Principal principal, String language) {
        changes.write(connection -> Sql.update(
                connection, "UPDATE " + table(principal) + " SET language = ? WHERE id = ?", language, id(principal)));
    }

    private static String table(Principal principal) {
        return principal instanceof Principal.Owner ? "account" : "login";
    }

    private static long id(Principal principal) {
        return Math.max(login(principal), account(principal));
    }

    static long login(Principal principal) {
        return switch (principal) {
            case Principal.Operator operator -> operator.id();
            case Principal.Contractor contractor -> contractor.id();
            case Principal.Owner _ -> 0;
        };
    }

    static long account(Principal principal) {
        return principal instanceof Principal.Owner owner ? owner.account().id().value() : 0;
    }

    /** Who has one of these ids; the other is 0. */
    static Optional<Principal> principal(Connection connection, long login, long account) throws SQLException {
        if (login != 0) {
            return Logins.find(connection, login).map(LoginCredentials::principal);
        }
        return Sql.first(connection, Accounts::account, Accounts.SELECT + " WHERE account.id = ?", account)
                .map(Principal.Owner::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        String peer = row.getString(6);
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                peer.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(peer)),
                row.getString(7));
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
