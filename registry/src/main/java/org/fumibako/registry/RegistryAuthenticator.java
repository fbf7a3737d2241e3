// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;

/** {@link Authenticator} over the registry's tables. */
final class RegistryAuthenticator implements Authenticator {
    private final Remembered<EmailAddress, Optional<Credentials>> credentials;
    private final PasswordCheck check;
    private final SignInJournal journal;
    private final DecoyKeys decoys;
    private final Sessions sessions;

    RegistryAuthenticator(
            Changes changes, PasswordCheck check, SignInJournal journal, DecoyKeys decoys, Sessions sessions) {
        this.credentials =
                new Remembered<>(changes, address -> changes.read(connection -> Credentials.of(connection, address)));
        this.check = check;
        this.journal = journal;
        this.decoys = decoys;
        this.sessions = sessions;
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        Attempt attempt = attempt(login, mechanism, origin);
        return answer(attempt, check.check(attempt, password));
    }

    @Override
    public ScramKeys scramKeys(String login) {
        String cut = cut(login);
        return EmailAddress.parse(cut)
                .flatMap(credentials::get)
                .map(found -> new ScramKeys(
                        found.scram().salt(),
                        found.scram().iterations(),
                        found.scram().storedKey(),
                        found.scram().serverKey(),
                        Optional.of(found.account())))
                .orElseGet(() -> decoys.of(key(cut)));
    }

    @Override
    public SignIn scramFinished(String login, boolean proven, Origin origin) {
        Attempt attempt = attempt(login, "SCRAM-SHA-256", origin);
        return answer(attempt, check.count(attempt, proven));
    }

    @Override
    public Runnable entered(Account account, Runnable end) {
        return sessions.enter(account.id(), end);
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
            case PasswordCheck.Outcome.Right _ -> right(attempt);
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

    private SignIn right(Attempt attempt) {
        if (!(attempt.user().orElse(null) instanceof Credentials found)) {
            return new SignIn.Denied();
        }
        if (found.account().suspended()) {
            journal.refused(attempt, "the account is suspended");
            return new SignIn.Suspended();
        }
        check.succeeded(attempt);
        journal.granted(attempt, found.account());
        return new SignIn.Granted(found.account());
    }

    private static String reason(Attempt attempt) {
        return attempt.user().isPresent() ? "wrong password" : "no such account";
    }
}
