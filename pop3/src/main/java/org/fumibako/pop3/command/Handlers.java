// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.registry.Authenticator;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out commands, each in the state it belongs to. Shared by all sessions. */
public final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final MessageStore store;
    private final PasswordHandler password;
    private final AuthHandler auth;
    private final RetrieveHandler retrieve;
    private final QuitHandler quit;

    public Handlers(MessageStore store, Authenticator authenticator, MaildropLocks locks) {
        this.store = store;
        SignInAnswer answer = new SignInAnswer(store, locks, authenticator);
        this.password = new PasswordHandler(authenticator, answer);
        this.auth = new AuthHandler(authenticator, answer);
        this.retrieve = new RetrieveHandler(store);
        this.quit = new QuitHandler(store);
    }

    /** Carries out and answers one command. */
    public void execute(Pop3Command command, Session session) throws IOException {
        Optional<Maildrop> maildrop = session.maildrop();
        switch (command) {
            case Pop3Command.Anytime anytime -> anytime(anytime, session);
            case Pop3Command.Authorization signIn -> {
                if (maildrop.isPresent()) {
                    session.err("You have signed in already");
                } else {
                    authorization(signIn, session);
                }
            }
            case Pop3Command.Transaction onMaildrop -> {
                if (maildrop.isPresent()) {
                    transaction(onMaildrop, session, maildrop.get());
                } else {
                    session.err("Sign in first");
                }
            }
        }
    }

    /** Ends a session, however it ended: what was retrieved is marked read, and the maildrop is free again. */
    public void leave(Session session) {
        Optional<Maildrop> maildrop = session.maildrop();
        if (maildrop.isEmpty()) {
            return;
        }
        try {
            markRead(maildrop.get(), session);
        } catch (MailboxException | StoreException failed) {
            LOG.warn(
                    "session={} what was retrieved stays unread: {}",
                    session.origin().session(),
                    failed.toString());
        } finally {
            maildrop.get().lock().close();
        }
    }

    private void markRead(Maildrop maildrop, Session session) throws MailboxException {
        UidSet retrieved = maildrop.retrievedUids();
        if (!retrieved.isEmpty()) {
            store.changeFlags(
                    maildrop.account().id(),
                    maildrop.inbox().mailbox(),
                    retrieved,
                    MessageStore.FlagChange.ADD,
                    new Flags(Flags.SEEN, List.of()),
                    Optional.empty(),
                    session.origin());
        }
    }

    private void anytime(Pop3Command.Anytime command, Session session) throws IOException {
        switch (command) {
            case Pop3Command.Capa _ -> new CapaHandler().handle(session);
            case Pop3Command.Noop _ -> session.ok("Still here");
            case Pop3Command.Quit _ -> quit.handle(session);
        }
    }

    private void authorization(Pop3Command.Authorization command, Session session) throws IOException {
        switch (command) {
            case Pop3Command.User user -> password.user(user, session);
            case Pop3Command.Pass pass -> password.pass(pass, session);
            case Pop3Command.Auth request -> auth.handle(request, session);
            case Pop3Command.Stls _ -> new StlsHandler().handle(session);
        }
    }

    private void transaction(Pop3Command.Transaction command, Session session, Maildrop maildrop) throws IOException {
        switch (command) {
            case Pop3Command.Stat _ -> session.ok(maildrop.count() + " " + maildrop.size());
            case Pop3Command.List list -> new ListHandler().handle(list.number(), ListHandler.SIZES, session, maildrop);
            case Pop3Command.Uidl uidl ->
                new ListHandler().handle(uidl.number(), ListHandler.UNIQUE_IDS, session, maildrop);
            case Pop3Command.Retr retr -> retrieve.whole(retr.number(), session, maildrop);
            case Pop3Command.Top top -> retrieve.top(top, session, maildrop);
            case Pop3Command.Dele dele -> new DeleHandler().handle(dele.number(), session, maildrop);
            case Pop3Command.Rset _ -> {
                maildrop.undelete();
                session.ok(maildrop.count() + " messages (" + maildrop.size() + " octets)");
            }
        }
    }
}
