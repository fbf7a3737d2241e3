// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import org.fumibako.app.control.Terminal;
import org.fumibako.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin operator ...}. A password is asked for, or read from standard input. */
@Command(name = "operator", description = "Who signs in to the operator's console.")
final class OperatorCommands {
    private final Registry registry;
    private final Terminal terminal;

    OperatorCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds an operator, or gives one a new password; asks for it.")
    int add(@Parameters(paramLabel = "LOGIN") String login) {
        String password = terminal.askSecret("Password for " + login + ": ");
        registry.logins().operator(login, password, AdminCommands.OPERATOR);
        terminal.out().println("Operator " + login + " signs in with the new password.");
        return 0;
    }

    @Command(name = "list", description = "Lists operators.")
    int list() {
        registry.logins().operators().forEach(terminal.out()::println);
        return 0;
    }

    @Command(name = "delete", description = "Deletes an operator.")
    int delete(@Parameters(paramLabel = "LOGIN") String login) {
        registry.logins().deleteOperator(login, AdminCommands.OPERATOR);
        terminal.out().println("Deleted operator " + login + ".");
        return 0;
    }
}
