// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import org.fumibako.app.control.Terminal;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin domain ...}. */
@Command(name = "domain", description = "Domains that we receive mail for.")
final class DomainCommands {
    private final Registry registry;
    private final Terminal terminal;

    DomainCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds a domain to a customer.")
    int add(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Option(names = "--customer", paramLabel = "LOGIN", required = true) String customer) {
        Domain domain = registry.domains().add(DomainName.of(name), customer, AdminCommands.OPERATOR);
        terminal.out().println("Added domain " + domain.name() + ".");
        return 0;
    }

    @Command(name = "list", description = "Lists domains.")
    int list() {
        for (Domain domain : registry.domains().list()) {
            terminal.out().println(domain.name() + (domain.suspended() ? "  suspended" : ""));
        }
        return 0;
    }

    @Command(name = "change", description = "Suspends or resumes a domain.")
    int change(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Option(names = "--suspended", paramLabel = "true|false", arity = "1", required = true) boolean suspended) {
        registry.domains().suspend(DomainName.of(name), suspended, AdminCommands.OPERATOR);
        terminal.out().println("Changed domain " + name + ".");
        return 0;
    }

    @Command(name = "delete", description = "Deletes a domain without accounts and aliases.")
    int delete(@Parameters(paramLabel = "DOMAIN") String name) {
        registry.domains().delete(DomainName.of(name), AdminCommands.OPERATOR);
        terminal.out().println("Deleted domain " + name + ".");
        return 0;
    }
}
