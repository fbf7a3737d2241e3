// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumibako.app.control.Terminal;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code admin journal}: what happened, latest last, so that the end of the screen is the present. */
@Command(name = "journal", description = "What happened, to whom, when, by which client.")
final class JournalCommand implements Callable<Integer> {
    private final Registry registry;
    private final Journal journal;
    private final Terminal terminal;

    @Option(names = "--account", paramLabel = "ADDRESS", description = "only what concerns this address")
    private @Nullable String address;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "rows at most, 1 to 10000")
    private int limit;

    JournalCommand(Registry registry, Journal journal, Terminal terminal) {
        this.registry = registry;
        this.journal = journal;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        journal.flush();
        List<JournalRow> rows = journal.read(new JournalQuery(about(), Instant.EPOCH, true, limit));
        JournalPrinter printer = new JournalPrinter(terminal.out(), ZoneId.systemDefault());
        rows.reversed().forEach(printer::print);
        if (rows.isEmpty()) {
            terminal.out().println("Nothing is recorded.");
        }
        return 0;
    }

    private Optional<JournalQuery.About> about() {
        if (address == null) {
            return Optional.empty();
        }
        String asked = address;
        return Optional.of(EmailAddress.parse(asked)
                .flatMap(registry::account)
                .<JournalQuery.About>map(account -> new JournalQuery.About.OfAccount(account.id()))
                .orElseGet(() -> new JournalQuery.About.OfAddress(asked)));
    }
}
