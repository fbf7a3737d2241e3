// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin account app-password ...}: passwords of single programs. */
@Command(name = "app-password", description = "Passwords that single programs of an account have.")
final class AppPasswordCommands {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Registry registry;
    private final Terminal terminal;

    AppPasswordCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Makes one and shows it, this once.")
    int add(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--for",
                            paramLabel = "imap,pop3,smtp,webmail",
                            split = ",",
                            description = "through which doors; all when not given")
                    @Nullable
                    List<String> uses,
            @Option(names = "--receive-only", description = "fetches mail, and can neither send nor delete")
                    boolean receiveOnly) {
        AppPassword.Issued issued = registry.appPasswords()
                .add(EmailAddress.of(address), name, scope(uses, receiveOnly), AdminCommands.OPERATOR);
        terminal.out()
                .println("App password \"" + OneLine.of(name) + "\" for "
                        + issued.appPassword().scope() + ", not shown again: " + issued.password());
        return 0;
    }

    private static AppScope scope(@Nullable List<String> uses, boolean receiveOnly) {
        if (uses == null) {
            return receiveOnly ? AppScope.RECEIVE_ONLY : AppScope.ALL;
        }
        Set<AppScope.Use> named = EnumSet.noneOf(AppScope.Use.class);
        for (String use : uses) {
            named.add(Arrays.stream(AppScope.Use.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(use))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "An app password is for imap, pop3, smtp or webmail, not for " + use + ".")));
        }
        if (receiveOnly) {
            named.retainAll(AppScope.RECEIVE_ONLY.uses());
        }
        return new AppScope(named, !receiveOnly);
    }

    @Command(name = "list", description = "Lists them: for what, and when and from where they were used last.")
    int list(@Parameters(paramLabel = "ADDRESS") String address) {
        for (AppPassword password :
                registry.appPasswords().list(account(address).id())) {
            String used = password.lastUse()
                    .map(last -> TIME.format(last.at().atZone(ZoneId.systemDefault())) + " from " + last.peer() + " by "
                            + last.protocol())
                    .orElse("never used");
            terminal.out()
                    .println(password.id() + "  " + OneLine.of(password.name()) + "  " + password.scope() + "  made "
                            + TIME.format(password.created().atZone(ZoneId.systemDefault())) + "  " + used);
        }
        return 0;
    }

    @Command(name = "revoke", description = "Takes one back; its sessions end at once.")
    int revoke(@Parameters(paramLabel = "ADDRESS") String address, @Parameters(paramLabel = "NAME") String name) {
        Account account = account(address);
        AppPassword found = registry.appPasswords().list(account.id()).stream()
                .filter(password -> password.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        account.address() + " has no app password \"" + OneLine.of(name) + "\"."));
        registry.appPasswords().revoke(account.address(), found.id(), AdminCommands.OPERATOR);
        terminal.out().println("Revoked app password \"" + OneLine.of(name) + "\" of " + account.address() + ".");
        return 0;
    }

    private Account account(String address) {
        return registry.accounts()
                .find(EmailAddress.of(address))
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + address + "."));
    }
}
