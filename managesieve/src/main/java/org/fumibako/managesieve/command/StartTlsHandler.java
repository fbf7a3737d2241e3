// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;

/** STARTTLS (RFC 5804 §2.2): what was said in clear is forgotten, and the capabilities are told anew. */
final class StartTlsHandler implements Handlers.Handler {
    private final CapabilityHandler capability;

    StartTlsHandler(CapabilityHandler capability) {
        this.capability = capability;
    }

    @Override
    public void handle(Arguments arguments, Session session) throws IOException {
        arguments.end();
        if (!session.connection().tlsAvailable() || session.account().isPresent()) {
            session.no(session.connection().secure() ? "TLS is on already" : "TLS cannot begin now");
            return;
        }
        session.ok("Begin TLS");
        session.connection().startTls();
        capability.tell(session);
        session.ok("TLS has begun");
    }
}
