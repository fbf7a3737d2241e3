// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.Optional;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Customer;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin customer ...}. */
@Command(name = "customer", description = "Contract holders.")
final class CustomerCommands {
    private final Registry registry;
    private final Terminal terminal;

    CustomerCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds a customer under a short login name.")
    int add(
            @Parameters(paramLabel = "LOGIN") String login,
            @Option(names = "--name", paramLabel = "NAME") @Nullable String name,
            @Option(names = "--plan", paramLabel = "PLAN", defaultValue = Plan.STANDARD) String plan) {
        registry.customers().add(login, name == null ? login : name, plan, AdminCommands.OPERATOR);
        terminal.out().println("Added customer " + login + ".");
        return 0;
    }

    @Command(name = "list", description = "Lists customers.")
    int list() {
        for (Customer customer : registry.customers().list()) {
            terminal.out()
                    .println(customer.login() + "  " + customer.name() + "  plan " + customer.plan()
                            + registry.customers()
                                    .contact(customer.id())
                                    .map(contact -> "  " + contact)
                                    .orElse("")
                            + (customer.suspended() ? "  suspended" : ""));
        }
        return 0;
    }

    @Command(
            name = "change",
            description = "Renames a customer, changes the plan or the contact address, suspends or resumes.")
    int change(
            @Parameters(paramLabel = "LOGIN") String login,
            @Option(names = "--name") @Nullable String name,
            @Option(names = "--plan") @Nullable String plan,
            @Option(names = "--contact", paramLabel = "ADDRESS|none", description = "who is told of abuse") @Nullable
                    String contact,
            @Option(names = "--suspended", paramLabel = "true|false", arity = "1") @Nullable Boolean suspended) {
        if (name != null) {
            registry.customers().rename(login, name, AdminCommands.OPERATOR);
        }
        if (plan != null) {
            registry.customers().changePlan(login, plan, AdminCommands.OPERATOR);
        }
        if (contact != null) {
            Optional<EmailAddress> address =
                    contact.equals("none") ? Optional.empty() : Optional.of(EmailAddress.of(contact));
            registry.customers().changeContact(login, address, AdminCommands.OPERATOR);
        }
        if (suspended != null) {
            registry.customers().suspend(login, suspended, AdminCommands.OPERATOR);
        }
        terminal.out().println("Changed customer " + login + ".");
        return 0;
    }

    @Command(name = "password", description = "Lets a customer sign in to the panel; asks for the password.")
    int password(@Parameters(paramLabel = "LOGIN") String login) {
        String password = terminal.askSecret("New password for " + login + ": ");
        registry.logins().customerPassword(login, password, AdminCommands.OPERATOR);
        terminal.out().println("Changed the password of customer " + login + ".");
        return 0;
    }

    @Command(name = "delete", description = "Deletes a customer without domains.")
    int delete(@Parameters(paramLabel = "LOGIN") String login) {
        registry.customers().delete(login, AdminCommands.OPERATOR);
        terminal.out().println("Deleted customer " + login + ".");
        return 0;
    }
}
