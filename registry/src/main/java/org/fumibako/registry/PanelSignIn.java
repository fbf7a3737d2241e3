// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.journal.Origin;

/**
 * Who signs in to the panel or to webmail: a name is an operator's or a customer's, an address an account's. Failures count for
 * the same limits as those of the mail protocols.
 */
public final class PanelSignIn {
    /** As the journal names the way of signing in. */
    public static final String MECHANISM = "PASSWORD";

    private final Changes changes;
    private final PasswordCheck check;
    private final SignInJournal journal;
    private final Authenticator accounts;

    PanelSignIn(Changes changes, PasswordCheck check, SignInJournal journal, Authenticator accounts) {
        this.changes = changes;
        this.check = check;
        this.journal = journal;
        this.accounts = accounts;
    }

    /** How it ended. */
    public sealed interface Outcome {
        record Granted(Principal principal) implements Outcome {}

        /** Wrong login or password, or no such login: nobody is told which. */
        record Denied() implements Outcome {}

        record Suspended() implements Outcome {}

        /** Too many failures; not even checked. */
        record TryLater(Duration delay) implements Outcome {}
    }

    /** @param password UTF-8 octets; the caller clears them */
    public Outcome signIn(String login, byte[] password, Origin origin) {
        String name = login.strip();
        return name.indexOf('@') >= 0 ? account(name, password, origin) : login(name, password, origin);
    }

    private Outcome account(String address, byte[] password, Origin origin) {
        return switch (accounts.signIn(address, password, MECHANISM, origin)) {
            // Whoever has one device's password must not change the account's, or skip the second step.
            case Authenticator.SignIn.Granted granted ->
                granted.appPassword().isPresent()
                        ? new Outcome.Denied()
                        : new Outcome.Granted(new Principal.Owner(granted.account()));
            case Authenticator.SignIn.Denied _ -> new Outcome.Denied();
            case Authenticator.SignIn.Suspended _ -> new Outcome.Suspended();
            case Authenticator.SignIn.TryLater(var delay) -> new Outcome.TryLater(delay);
        };
    }

    private Outcome login(String login, byte[] password, Origin origin) {
        String cut = login.length() > Attempt.MAX_LOGIN ? login.substring(0, Attempt.MAX_LOGIN) : login;
        String key = cut.toLowerCase(Locale.ROOT);
        Optional<LoginCredentials> found = changes.read(connection -> Logins.find(connection, key));
        Attempt attempt = new Attempt(
                cut,
                key,
                found.map(KnownUser.class::cast),
                MECHANISM,
                found.map(LoginCredentials::principal)
                        .map(principal -> origin.withActor(principal.actor()))
                        .orElse(origin));
        return switch (check.check(attempt, password)) {
            case PasswordCheck.Outcome.Right _ ->
                found.map(user -> right(attempt, user.principal())).orElseGet(Outcome.Denied::new);
            case PasswordCheck.Outcome.App _ ->
                throw new IllegalStateException("the panel's logins have no app passwords");
            case PasswordCheck.Outcome.Wrong _ -> {
                journal.guessed(attempt, reason(attempt));
                yield new Outcome.Denied();
            }
            case PasswordCheck.Outcome.WrongAgain _ -> {
                journal.refused(attempt, reason(attempt));
                yield new Outcome.Denied();
            }
            case PasswordCheck.Outcome.Stopped(var delay) -> {
                journal.refused(attempt, "too many failures");
                yield new Outcome.TryLater(delay);
            }
        };
    }

    private Outcome right(Attempt attempt, Principal principal) {
        if (principal.suspended()) {
            journal.refused(attempt, "the customer is suspended");
            return new Outcome.Suspended();
        }
        check.succeeded(attempt);
        journal.granted(attempt);
        return new Outcome.Granted(principal);
    }

    private static String reason(Attempt attempt) {
        return attempt.user().isPresent() ? "wrong password" : "no such login";
    }
}
