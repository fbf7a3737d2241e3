// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.SessionCommand.Unauthenticate;
import org.fumibako.imap.wire.SyntaxException;

/**
 * UNAUTHENTICATE (RFC 8437 §3). It is not offered on a compressed connection: compression would have to end behind the command, and
 * what a client had sent behind that could not be told from what it had compressed.
 */
final class UnauthenticateHandler implements CommandHandler<Unauthenticate> {
    static boolean isOffered(Session session) {
        return !session.compressed();
    }

    @Override
    public Completion handle(Unauthenticate command, Session session) throws SyntaxException {
        if (!isOffered(session)) {
            throw new SyntaxException("Not on a compressed connection");
        }
        session.signedOut();
        return Completion.of("Signed out");
    }
}
