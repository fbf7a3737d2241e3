// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.Arrays;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.SessionCommand.Login;
import org.fumibako.registry.Authenticator;

/** LOGIN (RFC 9051 §6.2.3). */
final class LoginHandler implements CommandHandler<Login> {
    private final Authenticator authenticator;
    private final SignInAnswer answer;

    LoginHandler(Authenticator authenticator, SignInAnswer answer) {
        this.authenticator = authenticator;
        this.answer = answer;
    }

    @Override
    public Completion handle(Login command, Session session) throws CommandException {
        try {
            answer.requirePrivacy(session);
            return answer.of(
                    authenticator.signIn(command.user(), command.password(), "LOGIN", session.origin()), session);
        } finally {
            Arrays.fill(command.password(), (byte) 0);
        }
    }
}
