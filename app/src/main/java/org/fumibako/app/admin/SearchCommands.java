// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Duration;
import org.fumibako.app.control.Terminal;
import org.fumibako.search.SearchIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code admin search ...}. */
@Command(name = "search", description = "The full-text index, which is made of the messages and can be made anew.")
final class SearchCommands {
    /** Between two lines of progress. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final SearchIndex index;
    private final Terminal terminal;

    SearchCommands(SearchIndex index, Terminal terminal) {
        this.index = index;
        this.terminal = terminal;
    }

    @Command(name = "status", description = "How many messages are indexed, and how many wait. Status 1: trouble.")
    int status() {
        SearchIndex.Status status = index.status();
        terminal.out()
                .printf(
                        "%,d messages indexed, %,d waiting, %,d octets on disk%n",
                        status.messages(), status.waiting(), status.octets());
        status.trouble()
                .ifPresent(trouble -> terminal.out().println("problem: the index cannot be written: " + trouble));
        return status.trouble().isPresent() ? 1 : 0;
    }

    @Command(
            name = "rebuild",
            description = "Throws the index away and makes it anew; meanwhile searches look into every message.")
    int rebuild(@Option(names = "--background", description = "do not wait until it is done") boolean background) {
        index.rebuild();
        while (!background && !index.awaitCurrent(STEP)) {
            SearchIndex.Status status = index.status();
            if (status.trouble().isPresent()) {
                return status();
            }
            terminal.out().printf("%,d messages indexed, %,d waiting ...%n", status.messages(), status.waiting());
            terminal.out().flush();
        }
        return status();
    }
}
