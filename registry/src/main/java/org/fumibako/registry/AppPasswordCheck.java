// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** App passwords as sign-in sees them. */
final class AppPasswordCheck {
    /** How old a last use may be before the same one is written again: programs sign in every minute. */
    private static final Duration STALE = Duration.ofMinutes(5);

    /** No account has it. */
    private static final long NOBODY = 0;

    private final Changes changes;
    private final AppPasswordTable table;

    AppPasswordCheck(Changes changes, AppPasswordTable table) {
        this.changes = changes;
        this.table = table;
    }

    /** Which of the account's app passwords this is, revoked ones included. */
    Optional<AppPasswordTable.Found> find(Attempt attempt, PreparedPassword password) {
        return AppPasswordText.plain(password)
                .flatMap(plain -> changes.read(connection -> table.find(connection, account(attempt), plain)));
    }

    /** Keys to each of the account's app passwords. */
    List<Authenticator.ScramKey> scramKeys(Attempt attempt) {
        return changes.read(connection -> AppPasswordTable.scramKeys(connection, account(attempt)));
    }

    /** Why it does not let anybody in, for the journal; empty when it does. */
    static Optional<String> objection(AppPasswordTable.Found found, Attempt attempt) {
        String named = "app password \"" + found.appPassword().name() + "\"";
        if (found.revoked()) {
            return Optional.of(named + " is revoked");
        }
        boolean allowed = found.appPassword().scope().allows(attempt.origin().protocol());
        return allowed
                ? Optional.empty()
                : Optional.of(
                        named + " is not for " + attempt.origin().protocol().name());
    }

    /** Writes down that it was used, unless that is known. */
    void used(AppPassword appPassword, Attempt attempt) {
        AppPassword.LastUse use = new AppPassword.LastUse(
                Instant.ofEpochMilli(changes.now()),
                attempt.origin().peer().map(InetAddress::getHostAddress).orElse(""),
                attempt.origin().protocol());
        boolean known = appPassword
                .lastUse()
                .filter(last -> last.peer().equals(use.peer())
                        && last.protocol() == use.protocol()
                        && Duration.between(last.at(), use.at()).compareTo(STALE) < 0)
                .isPresent();
        if (!known) {
            changes.write(connection -> {
                AppPasswordTable.used(connection, appPassword.id(), use);
                return true;
            });
        }
    }

    private static long account(Attempt attempt) {
        return attempt.credentials()
                .map(credentials -> credentials.account().id().value())
                .orElse(NOBODY);
    }
}
