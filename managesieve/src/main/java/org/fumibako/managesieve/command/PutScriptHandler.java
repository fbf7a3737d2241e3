// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;

/** PUTSCRIPT (RFC 5804 §2.6): what is not sound is not stored. */
final class PutScriptHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    PutScriptHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        String source = arguments.text("a script");
        arguments.end();
        CheckScriptHandler.check(source);
        scripts.put(account.address(), name, source, session.origin());
        session.ok("The script is stored");
    }
}
