// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SessionCommand;
import org.fumibako.model.ByteSize;

/** CAPABILITY (RFC 9051 §6.1.1), and the same list as a response code of the greeting and of the answer to a sign-in. */
final class CapabilityHandler implements CommandHandler<SessionCommand.Capability> {
    private final ByteSize appendLimit;

    CapabilityHandler(ByteSize appendLimit) {
        this.appendLimit = appendLimit;
    }

    @Override
    public Completion handle(SessionCommand.Capability command, Session session) throws IOException {
        session.writer().untagged("CAPABILITY ").raw(list(session)).end();
        return Completion.of("Capability done");
    }

    ResponseCode code(Session session) {
        return new ResponseCode("CAPABILITY " + list(session));
    }

    private String list(Session session) {
        return Capability.list(session, appendLimit, AuthenticateHandler.mechanisms(session));
    }
}
