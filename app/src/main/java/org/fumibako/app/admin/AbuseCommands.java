// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Paced;
import org.fumibako.registry.Registry;
import org.fumibako.registry.SendingHabits.Habits;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Steering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin abuse ...}: accounts that somebody else seemed to use. */
@Command(name = "abuse", description = "Accounts that were slowed down because somebody else seems to use them.")
final class AbuseCommands {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Registry registry;
    private final OutboundQueue queue;
    private final Terminal terminal;

    AbuseCommands(Registry registry, OutboundQueue queue, Terminal terminal) {
        this.registry = registry;
        this.queue = queue;
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Lists them, the longest first.")
    int list() {
        for (Paced paced : registry.pacing().list()) {
            terminal.out().println(paced.account().address() + "  since " + time(paced.since()) + "  " + paced.why());
        }
        return 0;
    }

    @Command(name = "show", description = "Shows what an account sends, what it is used to, and where it signs in.")
    int show(@Parameters(paramLabel = "ADDRESS") String address) {
        Account account = account(address);
        Optional<Paced> paced = registry.pacing().of(account.id());
        Habits habits = registry.habits().of(account);
        Map<RecipientState, Long> counts = queue.count(QueueFilter.ALL.of(account.id()));
        terminal.out()
                .println(account.address()
                        + paced.map(found -> "  slow since " + time(found.since()) + ": " + found.why())
                                .orElse("  sends as it wants"));
        terminal.out().println("  past hour     " + habits.hour() + " recipients");
        terminal.out().println("  busiest day   " + habits.peak() + " recipients, of " + habits.days() + " days");
        terminal.out().println("  held          " + counts.getOrDefault(RecipientState.HELD, 0L) + " recipients");
        terminal.out().println("  signed in     " + registry.sessions().count(account.id()) + " sessions now");
        habits.places()
                .forEach(place -> terminal.out()
                        .println("  known place   " + place.peer()
                                + (place.since().equals(Instant.EPOCH) ? "" : " since " + time(place.since()))));
        return 0;
    }

    @Command(name = "release", description = "Lets an account send as before, and its held mail go on.")
    int release(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--cancel-held", description = "takes its held mail out of the queue instead")
                    boolean cancel) {
        Account account = registry.pacing().release(EmailAddress.of(address), AdminCommands.OPERATOR);
        QueueFilter held = QueueFilter.ALL.of(account.id());
        long recipients = queue.steer(cancel ? Steering.CANCEL : Steering.RELEASE, held, AdminCommands.OPERATOR);
        terminal.out()
                .println("Account " + account.address() + " sends as before; mail for " + recipients
                        + " recipients was " + (cancel ? "cancelled." : "released."));
        return 0;
    }

    private Account account(String address) {
        return registry.account(EmailAddress.of(address))
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + address + "."));
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }
}
