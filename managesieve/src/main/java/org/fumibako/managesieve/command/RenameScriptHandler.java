// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;

/** RENAMESCRIPT (RFC 5804 §2.11). */
final class RenameScriptHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    RenameScriptHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        String to = arguments.text("a new name");
        arguments.end();
        scripts.rename(account.address(), name, to, session.origin());
        session.ok("The script has its new name");
    }
}
