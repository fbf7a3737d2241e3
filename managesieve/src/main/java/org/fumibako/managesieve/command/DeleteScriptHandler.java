// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;

/** DELETESCRIPT (RFC 5804 §2.10). */
final class DeleteScriptHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    DeleteScriptHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        arguments.end();
        scripts.delete(account.address(), name, session.origin());
        session.ok("The script is gone");
    }
}
