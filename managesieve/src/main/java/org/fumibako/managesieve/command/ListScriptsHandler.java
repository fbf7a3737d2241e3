// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.List;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;
import org.fumibako.registry.sorting.StoredScript;

/** LISTSCRIPTS (RFC 5804 §2.7). */
final class ListScriptsHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    ListScriptsHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        arguments.end();
        for (StoredScript script : scripts.list(account.address())) {
            session.line(List.of(script.name()), script.active() ? " ACTIVE" : "");
        }
        session.ok("Done");
    }
}
