// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.history.ChangeKind;

/**
 * Passwords that an account's owner gives to single programs, so that one can be taken back without touching the others. They are
 * made here, never chosen; a new password of the account leaves them as they are.
 */
public final class AppPasswords {
    /** Of one account at a time: more devices than anybody has, few enough to try one after the other (SCRAM). */
    public static final int MAX_LIVE = 50;

    /** How long a revoked one is remembered, as long as the journal by default. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private final Changes changes;
    private final AppPasswordTable table;
    private final SessionEndings endings;
    private final SecureRandom random;

    AppPasswords(Changes changes, AppPasswordTable table, SessionEndings endings, SecureRandom random) {
        this.changes = changes;
        this.table = table;
        this.endings = endings;
        this.random = random;
    }

    /**
     * Makes one. The password is in the answer and nowhere else.
     *
     * @param name 1 to {@link AppPassword#MAX_NAME} characters on one line, for people; none of the account's others has it
     */
    public AppPassword.Issued add(EmailAddress address, String name, AppScope scope, Origin by) {
        checkName(name);
        ScramText own = changes.read(connection -> Credentials.of(connection, address))
                .orElseThrow(() -> RegistryException.notFound("account " + address))
                .scram();
        String plain = AppPasswordText.random(random);
        String shown = AppPasswordText.grouped(plain);
        // With the account's own salt: a server of SCRAM names the salt before it knows which password will be proven.
        ScramHash.Keys keys = ScramHash.derive(shown, own.salt(), own.iterations());
        ScramText scram = new ScramText(own.salt(), own.iterations(), keys.storedKey(), keys.serverKey());
        AppPassword made = changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            AppPasswordTable.forgetRevoked(connection, account.id(), changes.now() - MEMORY.toMillis());
            requireRoom(AppPasswordTable.live(connection, account.id()), account, name);
            AppPassword fresh = table.insert(
                    connection, account.id(), new AppPasswordTable.Draft(name, scope, plain, scram), changes.now());
            return done(fresh, account, ChangeKind.APP_PASSWORD_ADDED, "made for " + scope);
        });
        return new AppPassword.Issued(made, shown);
    }

    /** Those of an account that can be used, oldest first. */
    public List<AppPassword> list(AccountId account) {
        return changes.read(connection -> AppPasswordTable.live(connection, account));
    }

    /** It is good for nothing any more, and every session that began with it ends. */
    public AppPassword revoke(EmailAddress address, long id, Origin by) {
        AppPassword revoked = changes.make(by, connection -> {
            Account account = Accounts.require(connection, address);
            AppPassword found = AppPasswordTable.live(connection, account.id()).stream()
                    .filter(password -> password.id() == id)
                    .findFirst()
                    .orElseThrow(() -> RegistryException.notFound("app password " + id + " of " + address));
            endings.write(connection, SessionEnding.of(found));
            AppPasswordTable.revoke(connection, id, changes.now());
            return done(found, account, ChangeKind.APP_PASSWORD_REVOKED, "revoked");
        });
        endings.look();
        return revoked;
    }

    private static Changes.Done<AppPassword> done(AppPassword password, Account account, ChangeKind kind, String what) {
        String name = password.name();
        boolean made = kind == ChangeKind.APP_PASSWORD_ADDED;
        return new Changes.Done<>(
                        password,
                        Optional.of(account.id()),
                        "app password \"" + name + "\" of " + account.address() + " was " + what)
                .noted(Accounts.note(kind, account).from(made ? "" : name, made ? name : ""));
    }

    private static void requireRoom(List<AppPassword> others, Account account, String name) {
        if (others.stream().anyMatch(other -> other.name().equals(name))) {
            throw new RegistryException(
                            Reason.ALREADY_EXISTS, account.address() + " has an app password \"" + name + "\" already.")
                    .as("app-password-exists");
        }
        if (others.size() >= MAX_LIVE) {
            throw new RegistryException(
                            Reason.OVER_LIMIT,
                            account.address() + " has " + others.size()
                                    + " app passwords; revoke what is not used first.")
                    .as("app-password-limit", "limit", String.valueOf(MAX_LIVE));
        }
    }

    private static void checkName(String name) {
        if (name.isBlank()
                || name.codePointCount(0, name.length()) > AppPassword.MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryException(
                            Reason.INVALID,
                            "The name of an app password is 1 to " + AppPassword.MAX_NAME + " characters on one line.")
                    .as("app-password-name", "max", String.valueOf(AppPassword.MAX_NAME));
        }
    }
}
