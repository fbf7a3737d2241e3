// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;

/** How a sign-in ends, whichever command asked for it (RFC 9051 §6.2.2, §6.2.3; codes of RFC 5530 §3). */
final class SignInAnswer {
    private final CapabilityHandler capabilities;
    private final Authenticator authenticator;

    SignInAnswer(CapabilityHandler capabilities, Authenticator authenticator) {
        this.capabilities = capabilities;
        this.authenticator = authenticator;
    }

    /** Refuses where a password could be overheard. */
    void requirePrivacy(Session session) throws CommandException {
        if (!session.passwordsAllowed()) {
            throw new CommandException(ResponseCode.PRIVACYREQUIRED, "Use TLS to sign in");
        }
    }

    Completion of(SignIn outcome, Session session) throws CommandException {
        return switch (outcome) {
            case SignIn.Granted granted -> {
                session.signedIn(granted, authenticator);
                yield Completion.of(capabilities.code(session), "Signed in");
            }
            case SignIn.Denied _ -> {
                session.signInFailed();
                throw new CommandException(ResponseCode.AUTHENTICATIONFAILED, "Wrong address or password");
            }
            case SignIn.Suspended _ ->
                throw new CommandException(new ResponseCode("CONTACTADMIN"), "This account is suspended");
            case SignIn.TryLater later ->
                throw new CommandException(
                        ResponseCode.UNAVAILABLE,
                        "Too many failures, try again in "
                                + Math.max(1, later.delay().toSeconds()) + " seconds");
        };
    }
}
