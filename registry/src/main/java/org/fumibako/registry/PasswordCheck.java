// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Checks passwords, whoever's they are. Checks of one login come one after the other: of many connections that a client opens
 * at once only the first pays for a hash, and parallel guesses are counted before the next is checked.
 */
final class PasswordCheck {
    private static final int LOCKS = 256;

    private final PasswordHash hash;
    private final Guessing guessing;
    private final RecentPasswords recent;
    private final Pause pause;
    private final String unfittable;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    PasswordCheck(PasswordHash hash, Guessing guessing, RecentPasswords recent, Pause pause) {
        this.hash = hash;
        this.guessing = guessing;
        this.recent = recent;
        this.pause = pause;
        this.unfittable = hash.unfittable();
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** What a check came to. */
    sealed interface Outcome {
        /** There is such a user, and it is the password. */
        record Right() implements Outcome {}

        /** One of the account's app passwords, good here or not. */
        record App(AppPasswordTable.Found found) implements Outcome {}

        /** A guess; it was counted. */
        record Wrong() implements Outcome {}

        /** The same wrong password again: a client that nobody has told of the new one, not a guess. */
        record WrongAgain() implements Outcome {}

        /** Too many guesses; not looked at. */
        record Stopped(Duration delay) implements Outcome {}
    }

    /** Finds the app password that something typed is. */
    interface AppPasswords {
        Optional<AppPasswordTable.Found> find(PreparedPassword typed);
    }

    /** For those who have no app passwords. */
    Outcome check(Attempt attempt, byte[] password) {
        return check(attempt, password, typed -> Optional.empty());
    }

    Outcome check(Attempt attempt, byte[] password, AppPasswords apps) {
        PreparedPassword prepared = PreparedPassword.of(new String(password, StandardCharsets.UTF_8));
        if (recent.ask(attempt, prepared) == RecentPasswords.Known.RIGHT) {
            return new Outcome.Right();
        }
        if (guessing.judge(attempt) instanceof Guessing.Verdict.Slow slow) {
            pause.pause(slow.pause());
        }
        return oneByOne(attempt, () -> checked(attempt, prepared, apps));
    }

    /** For proofs that somebody else checks: {@code proven} says whether this one fitted. */
    Outcome count(Attempt attempt, boolean proven) {
        if (!proven && guessing.judge(attempt) instanceof Guessing.Verdict.Slow slow) {
            pause.pause(slow.pause());
        }
        return oneByOne(attempt, () -> {
            if (guessing.judge(attempt) instanceof Guessing.Verdict.Stopped stopped) {
                return new Outcome.Stopped(stopped.delay());
            }
            return proven && attempt.user().isPresent() ? new Outcome.Right() : wrong(attempt);
        });
    }

    /** The user is in: remembers from where. */
    void succeeded(Attempt attempt) {
        attempt.user().ifPresent(user -> guessing.succeeded(attempt, user));
    }

    private Outcome oneByOne(Attempt attempt, Supplier<Outcome> work) {
        ReentrantLock lock = locks[Math.floorMod(attempt.key().hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Outcome checked(Attempt attempt, PreparedPassword password, AppPasswords apps) {
        RecentPasswords.Known known = recent.ask(attempt, password);
        if (known == RecentPasswords.Known.RIGHT) {
            return new Outcome.Right();
        }
        if (guessing.judge(attempt) instanceof Guessing.Verdict.Stopped stopped) {
            return new Outcome.Stopped(stopped.delay());
        }
        Optional<AppPasswordTable.Found> app = apps.find(password);
        if (app.isPresent()) {
            return new Outcome.App(app.get());
        }
        if (known == RecentPasswords.Known.WRONG) {
            return new Outcome.WrongAgain();
        }
        boolean fits = hash.fits(password, attempt.user().map(KnownUser::argon2).orElse(unfittable));
        recent.remember(attempt, password, fits);
        return fits ? new Outcome.Right() : wrong(attempt);
    }

    private Outcome wrong(Attempt attempt) {
        guessing.failed(attempt);
        return new Outcome.Wrong();
    }
}
