// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;

/**
 * Rows about sign-ins. A mail client signs in every few minutes, with the right password or a stale one, for years: of rows
 * that are the same but for their time, one an hour is written. Every new guess of a password is a row of its own.
 */
final class SignInJournal {
    private static final Duration QUIET = Duration.ofHours(1);
    private static final int MAX_ENTRIES = 50_000;

    private final Journal journal;
    private final Cache<Said, Boolean> said = Caffeine.newBuilder()
            .expireAfterWrite(QUIET)
            .maximumSize(MAX_ENTRIES)
            .build();

    private record Said(
            String login, String what, Protocol protocol, String mechanism, String client, Optional<String> peer) {}

    SignInJournal(Journal journal) {
        this.journal = journal;
    }

    void granted(Attempt attempt, Account account, Optional<String> appPassword) {
        Origin origin = attempt.origin().withLogin(account.address(), appPassword);
        String how = appPassword.map(name -> " " + name).orElse("") + "@" + origin.serverName();
        if (isNew(attempt, "granted" + how)) {
            journal.record(new JournalEvent.Entry(
                    Optional.of(account.id()),
                    origin,
                    new JournalEvent.SignedIn(attempt.mechanism(), origin.serverName())));
        }
    }

    /** Somebody who has no account is in. */
    void granted(Attempt attempt) {
        if (isNew(attempt, "granted")) {
            journal.record(new JournalEvent.Entry(
                    Optional.empty(), attempt.origin(), new JournalEvent.SignedIn(attempt.mechanism())));
        }
    }

    /** A guess that was checked. */
    void guessed(Attempt attempt, String reason) {
        said.put(said(attempt, reason), true);
        write(attempt, reason);
    }

    /** A refusal that may come again and again. */
    void refused(Attempt attempt, String reason) {
        if (isNew(attempt, reason)) {
            write(attempt, reason);
        }
    }

    private void write(Attempt attempt, String reason) {
        // A success after it is news: it says that the failure was put right.
        said.invalidate(said(attempt, "granted@" + attempt.origin().serverName()));
        journal.record(new JournalEvent.Entry(
                attempt.user().flatMap(KnownUser::accountId),
                attempt.origin(),
                new JournalEvent.SignInFailed(attempt.login(), attempt.mechanism(), reason)));
    }

    private boolean isNew(Attempt attempt, String what) {
        return said.asMap().putIfAbsent(said(attempt, what), true) == null;
    }

    private static Said said(Attempt attempt, String what) {
        Origin origin = attempt.origin();
        return new Said(attempt.key(), what, origin.protocol(), attempt.mechanism(), origin.client(), attempt.peer());
    }
}
