// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.journal.Origin;
import org.fumibako.registry.RegistryException.Reason;

/**
 * Signing in with a second step: a code of an authenticator app, or one of ten recovery codes, each of which is good once. A
 * code is taken once, and few wrong ones are (RFC 6238 §5.2, RFC 4226 §7.3); whoever gets so far knows the password.
 */
public final class TwoStep {
    /** Recovery codes that one gets. */
    public static final int RECOVERY_CODES = 10;

    /** Wrong codes within {@link #WINDOW}: with a million codes, three of them good, some 0.2 % a day. */
    private static final int MAX_FAILURES = 5;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** Octets of a recovery code, which are 16 letters. */
    private static final int RECOVERY_OCTETS = 10;

    private final Changes changes;
    private final SecureRandom random;

    TwoStep(Changes changes, SecureRandom random) {
        this.changes = changes;
        this.random = random;
    }

    /**
     * How it stands with somebody.
     *
     * @param since when it was switched on; empty while it is not
     */
    public record State(Optional<Instant> since, int recoveryCodes) {}

    /** What a code came to. */
    public enum Verdict {
        /** There is no second step. */
        NOT_NEEDED,
        RIGHT,
        WRONG,
        /** Too many wrong ones; not even looked at. */
        TOO_MANY
    }

    private record Row(String secret, long confirmed, long failures, long failingSince) {}

    public State state(Principal who) {
        return changes.read(connection -> new State(
                row(connection, who)
                        .filter(row -> row.confirmed() != 0)
                        .map(row -> Instant.ofEpochMilli(row.confirmed())),
                (int) Sql.number(connection, "SELECT count(*) FROM recovery_code WHERE owner = ?", owner(who))));
    }

    /** Draws a secret, in Base32, which counts once a code of it was seen; refused while it is switched on. */
    public String begin(Principal who) {
        byte[] drawn = new byte[Totp.SECRET_OCTETS];
        random.nextBytes(drawn);
        String secret = Totp.base32(drawn);
        return changes.write(connection -> {
            if (row(connection, who).filter(row -> row.confirmed() != 0).isPresent()) {
                throw new RegistryException(Reason.ALREADY_EXISTS, "Two-step sign-in is on already.").as("two-step-on");
            }
            Sql.update(connection, "DELETE FROM two_step WHERE owner = ?", owner(who));
            Sql.update(
                    connection,
                    "INSERT INTO two_step (owner, login_id, account_id, secret)"
                            + " VALUES (?, NULLIF(?, 0), NULLIF(?, 0), ?)",
                    owner(who),
                    who instanceof Principal.Owner ? 0L : id(who),
                    who instanceof Principal.Owner ? id(who) : 0L,
                    secret);
            return secret;
        });
    }

    /** Switches it on when {@code code} is one of the secret that was drawn; returns the recovery codes, which nobody sees again. */
    public Optional<List<String>> confirm(Principal who, String code, Origin by) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] drawn = new byte[RECOVERY_OCTETS];
            random.nextBytes(drawn);
            codes.add(Totp.base32(drawn).toLowerCase(Locale.ROOT));
        }
        Optional<Long> step = changes.read(connection -> row(connection, who))
                .filter(row -> row.confirmed() == 0)
                .flatMap(row -> step(row, code));
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return changes.make(by, connection -> {
            Sql.update(
                    connection,
                    "UPDATE two_step SET confirmed = CAST(? AS BIGINT), last_step = ? WHERE owner = ?",
                    changes.now(),
                    step.get(),
                    owner(who));
            for (String one : codes) {
                Sql.update(connection, "INSERT INTO recovery_code (owner, hash) VALUES (?, ?)", owner(who), hash(one));
            }
            return Changes.Done.of(Optional.of(codes), "two-step sign-in of " + who.actor() + " was switched on");
        });
    }

    public void off(Principal who, Origin by) {
        changes.make(by, connection -> {
            Sql.update(connection, "DELETE FROM two_step WHERE owner = ?", owner(who));
            return Changes.Done.of(who, "two-step sign-in of " + who.actor() + " was switched off");
        });
    }

    /** Looks at a code, and takes it. */
    public Verdict check(Principal who, String code) {
        return changes.write(connection -> {
            Optional<Row> row = row(connection, who).filter(found -> found.confirmed() != 0);
            if (row.isEmpty()) {
                return Verdict.NOT_NEEDED;
            }
            boolean counting = changes.now() - row.get().failingSince() < WINDOW.toMillis();
            if (counting && row.get().failures() >= MAX_FAILURES) {
                return Verdict.TOO_MANY;
            }
            if (isTaken(connection, who, row.get(), code)) {
                return Verdict.RIGHT;
            }
            Sql.update(
                    connection,
                    "UPDATE two_step SET failures = ?, failing_since = ? WHERE owner = ?",
                    counting ? row.get().failures() + 1 : 1L,
                    counting ? row.get().failingSince() : changes.now(),
                    owner(who));
            return Verdict.WRONG;
        });
    }

    private boolean isTaken(Connection connection, Principal who, Row row, String code) throws SQLException {
        Optional<Long> step = step(row, code);
        if (step.isPresent()) {
            return Sql.update(
                            connection,
                            "UPDATE two_step SET last_step = ?, failures = 0 WHERE owner = ? AND last_step < ?",
                            step.get(),
                            owner(who),
                            step.get())
                    > 0;
        }
        String recovery = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return Sql.update(
                        connection,
                        "DELETE FROM recovery_code WHERE owner = ? AND hash = ?",
                        owner(who),
                        hash(recovery))
                > 0;
    }

    private Optional<Long> step(Row row, String code) {
        OptionalLong step = Totp.step(Totp.octets(row.secret()), code, Instant.ofEpochMilli(changes.now()));
        return step.isPresent() ? Optional.of(step.getAsLong()) : Optional.empty();
    }

    private static Optional<Row> row(Connection connection, Principal who) throws SQLException {
        return Sql.first(
                connection,
                row -> new Row(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                "SELECT secret, confirmed, failures, failing_since FROM two_step WHERE owner = ?",
                owner(who));
    }

    private static String owner(Principal who) {
        return (who instanceof Principal.Owner ? "account " : "login ") + id(who);
    }

    private static long id(Principal who) {
        return switch (who) {
            case Principal.Operator operator -> operator.id();
            case Principal.Contractor contractor -> contractor.id();
            case Principal.Owner owner -> owner.account().id().value();
        };
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
