// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.journal.Origin;
import org.fumibako.registry.RegistryException.Reason;

/**
 * Tokens with which programs use the API. They are drawn here, shown once, and kept as a hash; a new password leaves them as they
 * are, and whoever may not sign in cannot use theirs either.
 */
public final class ApiTokens {
    /** Of one owner: a token for each program that somebody runs, with much room. */
    public static final int MAX_TOKENS = 50;

    /** What every token begins with, so that programs that look for leaked secrets can tell. */
    public static final String PREFIX = "fbk_";

    /** 256 bits: nobody guesses one. */
    private static final int OCTETS = 32;

    /** How often it is written down that one was used. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final String OWNED = " (login_id = ? OR account_id = ?)";

    private final Changes changes;
    private final SecureRandom random;

    ApiTokens(Changes changes, SecureRandom random) {
        this.changes = changes;
        this.random = random;
    }

    private record Row(long id, long login, long account, String name, String scopes, long used) {}

    /**
     * Makes one.
     *
     * @param scopes at least one
     * @throws RegistryException for a bad name, no scope, or one too many
     */
    public ApiToken.Issued add(Principal who, String name, Set<TokenScope> scopes, Origin by) {
        check(name, scopes);
        byte[] drawn = new byte[OCTETS];
        random.nextBytes(drawn);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return changes.make(by, connection -> {
            long login = WebSessions.login(who);
            long account = WebSessions.account(who);
            long there = Sql.number(connection, "SELECT count(*) FROM api_token WHERE" + OWNED, login, account);
            if (there >= MAX_TOKENS) {
                throw new RegistryException(Reason.OVER_LIMIT, "There are " + there + " API tokens; revoke one first.")
                        .as("token-limit", "limit", String.valueOf(MAX_TOKENS));
            }
            long id = Sql.nextId(connection, "api_token");
            Sql.update(
                    connection,
                    "INSERT INTO api_token (id, login_id, account_id, name, scopes, token, created)"
                            + " VALUES (?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?, ?)",
                    id,
                    login,
                    account,
                    name,
                    words(scopes),
                    WebSessions.hash(token),
                    changes.now());
            ApiToken made = new ApiToken(id, name, scopes, Instant.ofEpochMilli(changes.now()), Optional.empty());
            return Changes.Done.of(
                    new ApiToken.Issued(made, token), "API token \"" + name + "\" of " + who.actor() + " was made");
        });
    }

    /** Somebody's, oldest first. */
    public List<ApiToken> list(Principal who) {
        return changes.read(connection -> Sql.list(
                connection,
                ApiTokens::token,
                "SELECT id, name, scopes, created, used, used_peer FROM api_token WHERE" + OWNED + " ORDER BY id",
                WebSessions.login(who),
                WebSessions.account(who)));
    }

    /** Makes one of somebody's good for nothing. */
    public void revoke(Principal who, long id, Origin by) {
        changes.make(by, connection -> {
            int gone = Sql.update(
                    connection,
                    "DELETE FROM api_token WHERE id = ? AND" + OWNED,
                    id,
                    WebSessions.login(who),
                    WebSessions.account(who));
            if (gone == 0) {
                throw new RegistryException(Reason.NOT_FOUND, "There is no such API token.");
            }
            return Changes.Done.of(who, "API token " + id + " of " + who.actor() + " was revoked");
        });
    }

    /** Whose {@code token} is; empty when it is none, or its owner may not sign in. */
    public Optional<ApiToken.Bearer> find(String token, Origin by) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<Row> row = changes.read(connection -> Sql.first(
                connection,
                ApiTokens::row,
                "SELECT id, login_id, account_id, name, scopes, used FROM api_token WHERE token = ?",
                WebSessions.hash(token)));
        Optional<Principal> who = row.flatMap(
                found -> changes.read(connection -> WebSessions.principal(connection, found.login(), found.account())));
        Optional<ApiToken.Bearer> bearer = who.filter(principal -> !principal.suspended())
                .map(principal -> new ApiToken.Bearer(
                        principal,
                        row.orElseThrow().name(),
                        scopes(row.orElseThrow().scopes())));
        if (bearer.isPresent() && row.get().used() < changes.now() - TOUCH.toMillis()) {
            touch(row.get().id(), by);
        }
        return bearer;
    }

    private void touch(long id, Origin by) {
        changes.write(connection -> Sql.update(
                connection,
                "UPDATE api_token SET used = CAST(? AS BIGINT), used_peer = ? WHERE id = ?",
                changes.now(),
                by.peer().map(InetAddress::getHostAddress).orElse(""),
                id));
    }

    private static void check(String name, Set<TokenScope> scopes) {
        if (name.isBlank()
                || name.codePointCount(0, name.length()) > ApiToken.MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryException(
                            Reason.INVALID,
                            "The name of an API token is 1 to " + ApiToken.MAX_NAME + " characters on one line.")
                    .as("token-name", "max", String.valueOf(ApiToken.MAX_NAME));
        }
        if (scopes.isEmpty()) {
            throw new RegistryException(Reason.INVALID, "An API token has at least one scope.").as("token-scopes");
        }
    }

    private static String words(Set<TokenScope> scopes) {
        return scopes.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Set<TokenScope> scopes(String words) {
        return Arrays.stream(words.split(" ", -1)).map(TokenScope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        long used = row.getLong(5);
        String peer = row.getString(6);
        return new ApiToken(
                row.getLong(1),
                row.getString(2),
                scopes(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                used == 0
                        ? Optional.empty()
                        : Optional.of(new ApiToken.LastUse(Instant.ofEpochMilli(used), peer == null ? "" : peer)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), row.getLong(6));
    }
}
