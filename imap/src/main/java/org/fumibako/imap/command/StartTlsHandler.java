// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.SessionCommand.StartTls;
import org.fumibako.imap.wire.SyntaxException;

/** STARTTLS (RFC 9051 §6.2.1). The handshake follows the tagged answer. */
final class StartTlsHandler implements CommandHandler<StartTls> {
    @Override
    public Completion handle(StartTls command, Session session) throws SyntaxException {
        if (!session.tlsAvailable()) {
            throw new SyntaxException("TLS cannot be started here");
        }
        session.requestTls();
        return Completion.of("Begin TLS now");
    }
}
