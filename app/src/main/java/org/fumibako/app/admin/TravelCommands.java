// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Registry;
import org.fumibako.registry.TravelPass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin travel ...}: travel passes (出張モード). Dates are whole days where the server is. */
@Command(name = "travel", description = "Lets an account send from other countries for a while.")
final class TravelCommands {
    private final Registry registry;
    private final Terminal terminal;

    TravelCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Command(name = "open", description = "Gives an account a pass; it ends by itself.")
    int open(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--countries", paramLabel = "US,FR", split = ",", required = true) Set<String> countries,
            @Option(names = "--from", paramLabel = "YYYY-MM-DD", required = true) String from,
            @Option(names = "--until", paramLabel = "YYYY-MM-DD", required = true, description = "the last day")
                    String until) {
        Instant end =
                date(until).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
        Instant start = date(from).atStartOfDay(ZoneId.systemDefault()).toInstant();
        TravelPass pass =
                registry.countries().open(EmailAddress.of(address), countries, start, end, AdminCommands.OPERATOR);
        terminal.out().println(line(pass));
        return 0;
    }

    @Command(name = "list", description = "Lists the passes of an account that have not ended.")
    int list(@Parameters(paramLabel = "ADDRESS") String address) {
        registry.countries()
                .of(EmailAddress.of(address))
                .passes()
                .forEach(pass -> terminal.out().println(line(pass)));
        return 0;
    }

    @Command(name = "close", description = "Ends a pass before its time.")
    int close(@Parameters(paramLabel = "ADDRESS") String address, @Parameters(paramLabel = "PASS") long pass) {
        registry.countries().close(EmailAddress.of(address), pass, AdminCommands.OPERATOR);
        terminal.out().println("Ended travel pass " + pass + ".");
        return 0;
    }

    static String line(TravelPass pass) {
        ZoneId here = ZoneId.systemDefault();
        return "  travel pass " + pass.id() + "  " + String.join(",", pass.countries()) + "  from "
                + pass.from().atZone(here).toLocalDate() + " to "
                + pass.until().minusMillis(1).atZone(here).toLocalDate();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("A date is written like 2026-12-31, not " + text + ".", notOne);
        }
    }
}
