// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;

/**
 * Where accounts are signed in at this moment, over all protocols of this process, so that it can be ended from elsewhere: the
 * password was changed, the account was suspended or deleted, or somebody else is using it. Safe for any number of threads.
 */
public final class Sessions {
    private final Map<AccountId, Set<Session>> open = new ConcurrentHashMap<>();

    /** One session; no two are equal. */
    private static final class Session {
        final Optional<AppPassword> with;
        final Runnable end;

        Session(Optional<AppPassword> with, Runnable end) {
            this.with = with;
            this.end = end;
        }

        boolean beganWith(AppPassword password) {
            return with.isPresent() && with.get().id() == password.id();
        }
    }

    /**
     * Somebody has signed in.
     *
     * @param end drops the session; run by any thread, at most once, and may not block or fail
     * @return to be run when the session is over, however it ended
     */
    public Runnable enter(Authenticator.SignIn.Granted granted, Runnable end) {
        AccountId account = granted.account().id();
        Session session = new Session(granted.appPassword(), end);
        open.compute(account, (_, others) -> {
            Set<Session> sessions = others == null ? ConcurrentHashMap.newKeySet(2) : others;
            sessions.add(session);
            return sessions;
        });
        return () -> leave(account, session);
    }

    /** Ends all sessions of an account; returns how many there were. */
    public int end(AccountId account) {
        Set<Session> sessions = open.remove(account);
        if (sessions == null) {
            return 0;
        }
        sessions.forEach(session -> session.end.run());
        return sessions.size();
    }

    /** Ends the sessions that began with an app password; returns how many there were. */
    public int end(AppPassword password) {
        List<Session> begun = open.getOrDefault(password.account(), Set.of()).stream()
                .filter(session -> session.beganWith(password))
                .toList();
        for (Session session : begun) {
            leave(password.account(), session);
            session.end.run();
        }
        return begun.size();
    }

    /** Sessions of an account. */
    public int count(AccountId account) {
        return open.getOrDefault(account, Set.of()).size();
    }

    private void leave(AccountId account, Session session) {
        open.computeIfPresent(account, (_, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }
}
