// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;

/** HAVESPACE (RFC 5804 §2.5). */
final class HaveSpaceHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    HaveSpaceHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        long octets = arguments.number("its size");
        arguments.end();
        scripts.requireRoom(account.address(), name, octets);
        session.ok("There is room");
    }
}
