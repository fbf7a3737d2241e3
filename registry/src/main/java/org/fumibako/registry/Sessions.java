// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Authenticator.SignIn;

/**
 * Where accounts are signed in at this moment, over all protocols of this process, so that it can be ended from elsewhere: the
 * password was changed or revoked, the account, its domain or its customer was suspended or deleted, or somebody else is using it.
 * {@link Registry#endSessions} reaches other processes too. Safe for any number of threads.
 */
public final class Sessions {
    private final Map<AccountId, Set<Session>> open = new ConcurrentHashMap<>();

    /** One session; no two are equal. */
    private static final class Session {
        final SignIn.Granted granted;
        final Runnable end;

        Session(SignIn.Granted granted, Runnable end) {
            this.granted = granted;
            this.end = end;
        }
    }

    /**
     * Somebody has signed in.
     *
     * @param end drops the session; run by any thread, at most once, and may not block or fail
     * @return to be run when the session is over, however it ended
     */
    public Runnable enter(SignIn.Granted granted, Runnable end) {
        AccountId account = granted.account().id();
        Session session = new Session(granted, end);
        open.compute(account, (_, others) -> {
            Set<Session> sessions = others == null ? ConcurrentHashMap.newKeySet(2) : others;
            sessions.add(session);
            return sessions;
        });
        return () -> leave(account, session);
    }

    /** Ends those that are meant; returns how many there were. */
    int end(SessionEnding ending) {
        List<Session> meant = candidates(ending).stream()
                .flatMap(Set::stream)
                .filter(session -> ending.concerns(session.granted))
                .toList();
        int ended = 0;
        for (Session session : meant) {
            if (leave(session.granted.account().id(), session)) {
                session.end.run();
                ended++;
            }
        }
        return ended;
    }

    private List<Set<Session>> candidates(SessionEnding ending) {
        return ending.whose() == SessionEnding.Whose.ACCOUNT
                ? List.of(open.getOrDefault(new AccountId(ending.subject()), Set.of()))
                : List.copyOf(open.values());
    }

    /** Sessions of an account. */
    public int count(AccountId account) {
        return open.getOrDefault(account, Set.of()).size();
    }

    /** Whether it was still there. */
    private boolean leave(AccountId account, Session session) {
        boolean[] left = {false};
        open.computeIfPresent(account, (_, sessions) -> {
            left[0] = sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        return left[0];
    }
}
