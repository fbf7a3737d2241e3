// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.imap.wire.SessionCommand.Logout;

/** LOGOUT (RFC 9051 §6.1.3). */
final class LogoutHandler implements CommandHandler<Logout> {
    @Override
    public Completion handle(Logout command, Session session) throws IOException {
        session.writer().status("*", "BYE", Optional.empty(), "Goodbye");
        session.logout();
        return Completion.of("Logout done");
    }
}
