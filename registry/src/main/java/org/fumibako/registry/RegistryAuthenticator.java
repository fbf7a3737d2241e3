// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;

/**
 * {@link Authenticator} over the registry's tables. Checks of one login come one after the other: of many connections that a
 * client opens at once only the first pays for a hash, and parallel guesses are counted before the next is checked.
 */
final class RegistryAuthenticator implements Authenticator {
    private static final int LOCKS = 256;

    private final Remembered<EmailAddress, Optional<Credentials>> credentials;
    private final PasswordHash hash;
    private final Guessing guessing;
    private final RecentPasswords recent;
    private final SignInJournal journal;
    private final DecoyKeys decoys;
    private final Pause pause;
    private final Sessions sessions;
    private final String unfittable;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /** What it works with. */
    record Parts(
            PasswordHash hash,
            Guessing guessing,
            RecentPasswords recent,
            SignInJournal journal,
            DecoyKeys decoys,
            Pause pause,
            Sessions sessions) {}

    RegistryAuthenticator(Changes changes, Parts parts) {
        this.credentials =
                new Remembered<>(changes, address -> changes.read(connection -> Credentials.of(connection, address)));
        this.hash = parts.hash();
        this.guessing = parts.guessing();
        this.recent = parts.recent();
        this.journal = parts.journal();
        this.decoys = parts.decoys();
        this.pause = parts.pause();
        this.sessions = parts.sessions();
        this.unfittable = hash.unfittable();
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        Attempt attempt = attempt(login, mechanism, origin);
        PreparedPassword prepared = PreparedPassword.of(new String(password, StandardCharsets.UTF_8));
        if (recent.ask(attempt, prepared) == RecentPasswords.Known.RIGHT) {
            return right(attempt);
        }
        if (guessing.judge(attempt) instanceof Guessing.Verdict.Slow slow) {
            pause.pause(slow.pause());
        }
        return oneByOne(attempt, () -> check(attempt, prepared));
    }

    private SignIn oneByOne(Attempt attempt, Supplier<SignIn> work) {
        ReentrantLock lock = locks[Math.floorMod(attempt.key().hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private SignIn check(Attempt attempt, PreparedPassword password) {
        RecentPasswords.Known known = recent.ask(attempt, password);
        if (known == RecentPasswords.Known.RIGHT) {
            return right(attempt);
        }
        if (guessing.judge(attempt) instanceof Guessing.Verdict.Stopped stopped) {
            return stopped(attempt, stopped);
        }
        if (known == RecentPasswords.Known.WRONG) {
            // The same wrong password again is a client that nobody has told of the new one, not a guess.
            journal.refused(attempt, reason(attempt));
            return new SignIn.Denied();
        }
        boolean fits = hash.fits(
                password, attempt.credentials().map(Credentials::argon2).orElse(unfittable));
        recent.remember(attempt, password, fits);
        return fits ? right(attempt) : wrong(attempt);
    }

    @Override
    public ScramKeys scramKeys(String login) {
        Attempt attempt = attempt(login, "", Origin.system("scram"));
        return attempt.credentials()
                .map(found -> new ScramKeys(
                        found.scram().salt(),
                        found.scram().iterations(),
                        found.scram().storedKey(),
                        found.scram().serverKey(),
                        Optional.of(found.account())))
                .orElseGet(() -> decoys.of(attempt.key()));
    }

    @Override
    public SignIn scramFinished(String login, boolean proven, Origin origin) {
        Attempt attempt = attempt(login, "SCRAM-SHA-256", origin);
        if (!proven && guessing.judge(attempt) instanceof Guessing.Verdict.Slow slow) {
            pause.pause(slow.pause());
        }
        return oneByOne(attempt, () -> {
            if (guessing.judge(attempt) instanceof Guessing.Verdict.Stopped stopped) {
                return stopped(attempt, stopped);
            }
            return proven ? right(attempt) : wrong(attempt);
        });
    }

    @Override
    public Runnable entered(Account account, Runnable end) {
        return sessions.enter(account.id(), end);
    }

    private Attempt attempt(String login, String mechanism, Origin origin) {
        String cut = login.length() > Attempt.MAX_LOGIN ? login.substring(0, Attempt.MAX_LOGIN) : login;
        Optional<EmailAddress> address = EmailAddress.parse(cut);
        return new Attempt(
                cut,
                address.map(EmailAddress::key).orElseGet(() -> cut.toLowerCase(Locale.ROOT)),
                address.flatMap(credentials::get),
                mechanism,
                origin);
    }

    private SignIn right(Attempt attempt) {
        Optional<Account> account = attempt.credentials().map(Credentials::account);
        if (account.isEmpty()) {
            return wrong(attempt);
        }
        if (account.get().suspended()) {
            journal.refused(attempt, "the account is suspended");
            return new SignIn.Suspended();
        }
        guessing.succeeded(attempt, account.get());
        journal.granted(attempt, account.get());
        return new SignIn.Granted(account.get());
    }

    private SignIn wrong(Attempt attempt) {
        guessing.failed(attempt);
        journal.guessed(attempt, reason(attempt));
        return new SignIn.Denied();
    }

    private SignIn stopped(Attempt attempt, Guessing.Verdict.Stopped stopped) {
        journal.refused(attempt, "too many failures");
        return new SignIn.TryLater(stopped.delay());
    }

    private static String reason(Attempt attempt) {
        return attempt.credentials().isPresent() ? "wrong password" : "no such account";
    }
}
