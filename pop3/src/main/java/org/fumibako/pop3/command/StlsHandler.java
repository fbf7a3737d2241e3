// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;

/** STLS (RFC 2595 §4): what was said in clear is forgotten, and what was sent too early ends the connection. */
final class StlsHandler {
    void handle(Session session) throws IOException {
        if (!session.connection().tlsAvailable()) {
            session.err(session.connection().secure() ? "TLS is on already" : "TLS is not offered here");
            return;
        }
        session.user(null);
        session.ok("Begin TLS");
        session.connection().startTls();
    }
}
