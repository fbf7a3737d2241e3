// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.app.control.Terminal;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.registry.sorting.StoredScript;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin sieve ...}: the scripts that mail is sorted by (メールの振り分け). */
@Command(name = "sieve", description = "The Sieve scripts that accounts and domains sort mail by.")
final class SieveCommands {
    private final Registry registry;
    private final MessageStore store;
    private final DryRun dryRun;
    private final Terminal terminal;

    SieveCommands(Registry registry, MessageStore store, DryRun dryRun, Terminal terminal) {
        this.registry = registry;
        this.store = store;
        this.dryRun = dryRun;
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Lists an account's scripts.")
    int list(@Parameters(paramLabel = "ADDRESS") String address) {
        for (StoredScript script : registry.scripts().list(EmailAddress.of(address))) {
            terminal.out()
                    .println(OneLine.of(script.name()) + "  " + script.octets() + " octets"
                            + (script.active() ? "  active" : ""));
        }
        return 0;
    }

    @Command(name = "show", description = "Shows a script of an account, or that of a domain.")
    int show(
            @Parameters(paramLabel = "ADDRESS|DOMAIN") String whose,
            @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "") String name) {
        Optional<String> source = whose.contains("@")
                ? registry.scripts().get(EmailAddress.of(whose), name)
                : registry.scripts().ofDomain(DomainName.of(whose));
        terminal.out().println(source.orElseThrow(() -> new IllegalArgumentException("There is no such script.")));
        return 0;
    }

    @Command(name = "put", description = "Stores a script and makes it the active one, or that of a domain.")
    int put(
            @Parameters(paramLabel = "ADDRESS|DOMAIN") String whose,
            @Parameters(paramLabel = "FILE", description = "a path that the server can read") Path file,
            @Option(names = "--name", defaultValue = "main", paramLabel = "NAME") String name)
            throws IOException {
        if (Files.size(file) > SieveLimits.DEFAULT.scriptOctets()) {
            throw new IllegalArgumentException("The script is too large.");
        }
        String source = Files.readString(file);
        try {
            SieveScript.compile(name, source, SieveLimits.DEFAULT);
        } catch (SieveException fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
        if (whose.contains("@")) {
            EmailAddress account = EmailAddress.of(whose);
            registry.scripts().put(account, name, source, AdminCommands.OPERATOR);
            registry.scripts().activate(account, Optional.of(name), AdminCommands.OPERATOR);
        } else {
            registry.scripts().putOfDomain(DomainName.of(whose), Optional.of(source), AdminCommands.OPERATOR);
        }
        terminal.out().println("Mail of " + whose + " is sorted by it now.");
        return 0;
    }

    @Command(name = "off", description = "Sorts an account's mail by no script, or removes that of a domain.")
    int off(@Parameters(paramLabel = "ADDRESS|DOMAIN") String whose) {
        if (whose.contains("@")) {
            registry.scripts().activate(EmailAddress.of(whose), Optional.empty(), AdminCommands.OPERATOR);
        } else {
            registry.scripts().putOfDomain(DomainName.of(whose), Optional.empty(), AdminCommands.OPERATOR);
        }
        terminal.out().println("Mail of " + whose + " is not sorted any more.");
        return 0;
    }

    @Command(name = "try", description = "Says which rules would take a message that is stored; does nothing to it.")
    int tryOut(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "MAILBOX") String mailbox,
            @Parameters(paramLabel = "UID") long uid)
            throws IOException, MailboxException {
        Account account = registry.account(EmailAddress.of(address))
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + address + "."));
        Mailbox found = store.mailbox(account.id(), mailbox)
                .orElseThrow(() -> new IllegalArgumentException("There is no mailbox " + mailbox + "."));
        MailboxSnapshot snapshot = store.snapshot(account.id(), found.id());
        int index = snapshot.indexOf(uid);
        if (index < 0) {
            throw new IllegalArgumentException("There is no message " + uid + ".");
        }
        try (Content content = store.content(account.id(), snapshot.contentId(index))) {
            List<DryRun.Finding> findings = dryRun.of(account, content);
            findings.forEach(finding -> terminal.out().println(line(finding)));
            if (findings.isEmpty()) {
                terminal.out().println("kept: there are no rules");
            }
        }
        return 0;
    }

    private static String line(DryRun.Finding finding) {
        return finding.action()
                .map(action -> what(action) + ": " + OneLine.of(action.cause().describe()))
                .orElseGet(() -> "kept, for a script fails: " + OneLine.of(finding.fault()));
    }

    private static String what(Action action) {
        return switch (action) {
            case Action.Keep _ -> "kept";
            case Action.FileInto into -> "filed into \"" + OneLine.of(into.mailbox()) + "\"";
            case Action.Redirect redirect -> "sent on to " + redirect.address();
            case Action.Discard _ -> "thrown away";
            case Action.Reject reject -> "rejected with \"" + OneLine.of(reject.reason()) + "\"";
            case Action.Vacation _ -> "answered";
        };
    }
}
