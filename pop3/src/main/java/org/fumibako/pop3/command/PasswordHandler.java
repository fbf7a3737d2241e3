// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.fumibako.pop3.wire.Pop3Command;
import org.fumibako.registry.Authenticator;

/** USER and PASS (RFC 1939 §7), which are one sign-in in two steps. */
final class PasswordHandler {
    private final Authenticator authenticator;
    private final SignInAnswer answer;

    PasswordHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    /** Says the same of a name that exists and one that does not. */
    void user(Pop3Command.User command, Session session) throws IOException {
        if (!answer.refusesInClear(session)) {
            session.user(command.name());
            session.ok("Password, please");
        }
    }

    void pass(Pop3Command.Pass command, Session session) throws IOException {
        try {
            Optional<String> user = session.user();
            if (user.isEmpty()) {
                session.err("USER comes first");
                return;
            }
            answer.of(authenticator.signIn(user.get(), command.password(), "USER", session.origin()), session);
        } finally {
            session.user(null);
            Arrays.fill(command.password(), (byte) 0);
        }
    }
}
