// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.List;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Alias;
import org.fumibako.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin alias ...}. */
@Command(name = "alias", description = "Addresses that lead to accounts of the same customer.")
final class AliasCommands {
    private final Registry registry;
    private final Terminal terminal;

    AliasCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds an alias for one or more accounts.")
    int add(
            @Parameters(index = "0", paramLabel = "ALIAS") String alias,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ACCOUNT") List<String> targets) {
        registry.aliases().add(EmailAddress.of(alias), addresses(targets), AdminCommands.OPERATOR);
        terminal.out().println("Added alias " + alias + ".");
        return 0;
    }

    @Command(name = "change", description = "Gives an alias other accounts.")
    int change(
            @Parameters(index = "0", paramLabel = "ALIAS") String alias,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ACCOUNT") List<String> targets) {
        registry.aliases().change(EmailAddress.of(alias), addresses(targets), AdminCommands.OPERATOR);
        terminal.out().println("Changed alias " + alias + ".");
        return 0;
    }

    @Command(name = "list", description = "Lists aliases.")
    int list() {
        for (Alias alias : registry.aliases().list()) {
            terminal.out()
                    .println(alias.address() + "  ->  "
                            + String.join(
                                    ", ",
                                    alias.targets().stream()
                                            .map(EmailAddress::toString)
                                            .toList()));
        }
        return 0;
    }

    @Command(name = "delete", description = "Deletes an alias.")
    int delete(@Parameters(paramLabel = "ALIAS") String alias) {
        registry.aliases().delete(EmailAddress.of(alias), AdminCommands.OPERATOR);
        terminal.out().println("Deleted alias " + alias + ".");
        return 0;
    }

    private static List<EmailAddress> addresses(List<String> texts) {
        return texts.stream().map(EmailAddress::of).toList();
    }
}
