// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;

/** LOGOUT (RFC 5804 §2.3). */
final class LogoutHandler implements Handlers.Handler {
    @Override
    public void handle(Arguments arguments, Session session) throws IOException {
        session.end();
        session.ok("Goodbye");
    }
}
