// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;

/** UNAUTHENTICATE (RFC 5804 §2.14.1). */
final class UnauthenticateHandler implements Handlers.ScriptHandler {
    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        arguments.end();
        session.leave();
        session.ok("Nobody is signed in");
    }
}
