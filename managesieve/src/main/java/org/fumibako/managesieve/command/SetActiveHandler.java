// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.Scripts;

/** SETACTIVE (RFC 5804 §2.8); the empty name stands for none. */
final class SetActiveHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    SetActiveHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        arguments.end();
        scripts.activate(account.address(), Optional.of(name).filter(text -> !text.isEmpty()), session.origin());
        session.ok(name.isEmpty() ? "No script is active" : "The script is active");
    }
}
