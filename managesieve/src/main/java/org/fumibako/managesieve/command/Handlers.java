// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.Map;
import org.fumibako.managesieve.wire.Command;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.sorting.Scripts;

/** The commands there are, and who may give them. Shared by all sessions. */
public final class Handlers {
    private final CapabilityHandler capability = new CapabilityHandler();
    private final Map<String, Handler> everybody;
    private final Map<String, ScriptHandler> signedIn;

    /** A command that needs nobody to be signed in. */
    interface Handler {
        void handle(Arguments arguments, Session session) throws IOException;
    }

    /** A command about an account's scripts. */
    interface ScriptHandler {
        void handle(Account account, Arguments arguments, Session session) throws IOException;
    }

    public Handlers(Scripts scripts, Authenticator authenticator) {
        this.everybody = Map.of(
                "CAPABILITY", capability,
                "STARTTLS", new StartTlsHandler(capability),
                "AUTHENTICATE", new AuthenticateHandler(authenticator),
                "NOOP", new NoopHandler(),
                "LOGOUT", new LogoutHandler());
        this.signedIn = Map.of(
                "HAVESPACE", new HaveSpaceHandler(scripts),
                "PUTSCRIPT", new PutScriptHandler(scripts),
                "CHECKSCRIPT", new CheckScriptHandler(),
                "LISTSCRIPTS", new ListScriptsHandler(scripts),
                "SETACTIVE", new SetActiveHandler(scripts),
                "GETSCRIPT", new GetScriptHandler(scripts),
                "DELETESCRIPT", new DeleteScriptHandler(scripts),
                "RENAMESCRIPT", new RenameScriptHandler(scripts),
                "UNAUTHENTICATE", new UnauthenticateHandler());
    }

    /** What is said first (RFC 5804 §1.6). */
    public void greet(Session session) throws IOException {
        capability.tell(session);
        session.ok("Fumibako ManageSieve ready");
    }

    /** Carries out and answers one command. */
    public void execute(Command command, Session session) throws IOException {
        Handler handler = everybody.get(command.name());
        ScriptHandler scriptHandler = signedIn.get(command.name());
        try {
            Arguments arguments = new Arguments(command);
            if (handler != null) {
                handler.handle(arguments, session);
            } else if (scriptHandler == null) {
                session.no("There is no command " + command.name());
            } else if (session.account().isEmpty()) {
                session.no("Sign in first");
            } else {
                scriptHandler.handle(session.account().get(), arguments, session);
            }
        } catch (RegistryException refused) {
            session.no(code(refused), String.valueOf(refused.getMessage()));
        } catch (ArgumentException wrong) {
            session.no(String.valueOf(wrong.getMessage()));
        }
    }

    /** RFC 5804 §1.3. */
    private static String code(RegistryException refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> "NONEXISTENT";
            case ALREADY_EXISTS -> "ALREADYEXISTS";
            case IN_USE -> "ACTIVE";
            case OVER_LIMIT -> "QUOTA";
            case INVALID -> "";
        };
    }
}
