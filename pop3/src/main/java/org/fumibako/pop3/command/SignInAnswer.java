// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** How a sign-in ends, whichever command asked for it (RFC 1939 §4, RFC 3206 §4). */
final class SignInAnswer {
    private final MessageStore store;
    private final MaildropLocks locks;
    private final Authenticator authenticator;

    SignInAnswer(MessageStore store, MaildropLocks locks, Authenticator authenticator) {
        this.store = store;
        this.locks = locks;
        this.authenticator = authenticator;
    }

    /** Refuses, and says so, where a password could be overheard. */
    boolean refusesInClear(Session session) throws IOException {
        if (session.passwordsAllowed()) {
            return false;
        }
        session.err("AUTH", "Use TLS to sign in");
        return true;
    }

    void of(SignIn outcome, Session session) throws IOException {
        switch (outcome) {
            case SignIn.Granted granted -> open(granted, session);
            case SignIn.Denied _ -> {
                session.signInFailed();
                session.err("AUTH", "Wrong address or password");
            }
            case SignIn.Suspended _ -> session.err("AUTH", "This account is suspended");
            case SignIn.TryLater later ->
                session.err(
                        "SYS/TEMP",
                        "Too many failures, try again in "
                                + Math.max(1, later.delay().toSeconds()) + " seconds");
        }
    }

    private void open(SignIn.Granted granted, Session session) throws IOException {
        Account account = granted.account();
        Optional<MaildropLocks.Lock> lock = locks.take(account.id());
        if (lock.isEmpty()) {
            session.err("IN-USE", "Another session has this maildrop open");
            return;
        }
        try {
            session.enter(new Maildrop(account, inbox(account), lock.get()), granted);
            session.connection().whenClosed(authenticator.entered(granted, session.connection()::close));
        } catch (MailboxException gone) {
            session.err("SYS/PERM", "This account has no INBOX");
        } finally {
            if (!session.signedIn()) {
                lock.get().close();
            }
        }
        Optional<Maildrop> maildrop = session.maildrop();
        if (maildrop.isPresent()) {
            session.ok(maildrop.get().count() + " messages (" + maildrop.get().size() + " octets)");
        }
    }

    private MailboxSnapshot inbox(Account account) throws MailboxException {
        return store.snapshot(
                account.id(), store.mailbox(account.id(), SpecialUse.INBOX).id());
    }
}
