// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;

/** {@link Authenticator} over the registry's tables. */
final class RegistryAuthenticator implements Authenticator {
    private final Remembered<EmailAddress, Optional<Credentials>> credentials;
    private final PasswordCheck check;
    private final SignInJournal journal;
    private final DecoyKeys decoys;
    private final Sessions sessions;
    private final AppPasswordCheck appPasswords;
    private final Changes changes;

    /** What it works with. */
    record Parts(
            PasswordCheck check,
            SignInJournal journal,
            DecoyKeys decoys,
            Sessions sessions,
            AppPasswordCheck appPasswords) {}

    RegistryAuthenticator(Changes changes, Parts parts) {
        this.credentials =
                new Remembered<>(changes, address -> changes.read(connection -> Credentials.of(connection, address)));
        this.check = parts.check();
        this.journal = parts.journal();
        this.decoys = parts.decoys();
        this.sessions = parts.sessions();
        this.appPasswords = parts.appPasswords();
        this.changes = changes;
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        Attempt attempt = attempt(login, mechanism, origin);
        return answer(attempt, check.check(attempt, password, prepared -> appPasswords.find(attempt, prepared)));
    }

    @Override
    public ScramKeys scramKeys(String login) {
        Attempt attempt = attempt(login, "", Origin.system("scram"));
        List<ScramKey> apps = appPasswords.scramKeys(attempt);
        return attempt.credentials()
                .map(Credentials::scram)
                .map(own -> new ScramKeys(
                        own.salt(),
                        own.iterations(),
                        Stream.concat(
                                        Stream.of(new ScramKey(own.storedKey(), own.serverKey(), Optional.empty())),
                                        apps.stream())
                                .toList()))
                .orElseGet(() -> decoys.of(attempt.key()));
    }

    @Override
    public SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin) {
        Attempt attempt = attempt(login, "SCRAM-SHA-256", origin);
        PasswordCheck.Outcome outcome = check.count(attempt, proven.isPresent());
        boolean right = outcome instanceof PasswordCheck.Outcome.Right;
        return proven.flatMap(ScramKey::appPassword)
                .filter(app -> right)
                .map(app -> appPassword(attempt, new AppPasswordTable.Found(app, false)))
                .orElseGet(() -> answer(attempt, outcome));
    }

    @Override
    public Runnable entered(SignIn.Granted granted, Runnable end) {
        Runnable left = sessions.enter(granted, end);
        // Whoever ends sessions after this finds it; what happened before is seen now.
        if (!changes.read(connection -> Credentials.stillStand(connection, granted))) {
            end.run();
        }
        return left;
    }

    private Attempt attempt(String login, String mechanism, Origin origin) {
        String cut = cut(login);
        Optional<KnownUser> user =
                EmailAddress.parse(cut).flatMap(credentials::get).map(KnownUser.class::cast);
        return new Attempt(cut, key(cut), user, mechanism, origin);
    }

    private static String cut(String login) {
        return login.length() > Attempt.MAX_LOGIN ? login.substring(0, Attempt.MAX_LOGIN) : login;
    }

    private static String key(String login) {
        return EmailAddress.parse(login).map(EmailAddress::key).orElseGet(() -> login.toLowerCase(Locale.ROOT));
    }

    private SignIn answer(Attempt attempt, PasswordCheck.Outcome outcome) {
        return switch (outcome) {
            case PasswordCheck.Outcome.Right _ -> right(attempt, Optional.empty());
            case PasswordCheck.Outcome.App(var found) -> appPassword(attempt, found);
            case PasswordCheck.Outcome.Wrong _ -> {
                journal.guessed(attempt, reason(attempt));
                yield new SignIn.Denied();
            }
            case PasswordCheck.Outcome.WrongAgain _ -> {
                journal.refused(attempt, reason(attempt));
                yield new SignIn.Denied();
            }
            case PasswordCheck.Outcome.Stopped(var delay) -> {
                journal.refused(attempt, "too many failures");
                yield new SignIn.TryLater(delay);
            }
        };
    }

    /** Somebody has one of the account's app passwords: no guess, whether it is good here or not. */
    private SignIn appPassword(Attempt attempt, AppPasswordTable.Found found) {
        Optional<String> objection = AppPasswordCheck.objection(found, attempt);
        if (objection.isPresent()) {
            journal.refused(attempt, objection.get());
            return new SignIn.Denied();
        }
        SignIn outcome = right(attempt, Optional.of(found.appPassword()));
        if (outcome instanceof SignIn.Granted) {
            appPasswords.used(found.appPassword(), attempt);
        }
        return outcome;
    }

    private SignIn right(Attempt attempt, Optional<AppPassword> app) {
        if (attempt.credentials().isEmpty()) {
            return new SignIn.Denied();
        }
        Credentials found = attempt.credentials().get();
        if (found.account().suspended()) {
            journal.refused(attempt, "the account is suspended");
            return new SignIn.Suspended();
        }
        check.succeeded(attempt);
        journal.granted(attempt, found.account(), app.map(AppPassword::name));
        return new SignIn.Granted(found.account(), app, found.passwordChanged());
    }

    private static String reason(Attempt attempt) {
        return attempt.user().isPresent() ? "wrong password" : "no such account";
    }
}
