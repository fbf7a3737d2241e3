// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;
import org.fumibako.registry.Forwards;
import org.fumibako.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin forward ...}: where accounts forward to (転送設定). */
@Command(name = "forward", description = "Where an account forwards its mail to.")
final class ForwardCommands {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Forwards forwards;
    private final Terminal terminal;

    ForwardCommands(Registry registry, Terminal terminal) {
        this.forwards = registry.forwards();
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Shows where an account forwards to, and how that goes.")
    int list(@Parameters(paramLabel = "ADDRESS") String address) {
        return print(address, forwards.of(EmailAddress.of(address)));
    }

    @Command(name = "add", description = "Forwards to another address too.")
    int add(@Parameters(paramLabel = "ADDRESS") String address, @Parameters(paramLabel = "TARGET") String target) {
        return print(address, forwards.add(EmailAddress.of(address), EmailAddress.of(target), AdminCommands.OPERATOR));
    }

    @Command(name = "delete", description = "Does not forward to an address any more.")
    int delete(@Parameters(paramLabel = "ADDRESS") String address, @Parameters(paramLabel = "TARGET") String target) {
        return print(
                address, forwards.delete(EmailAddress.of(address), EmailAddress.of(target), AdminCommands.OPERATOR));
    }

    @Command(name = "keep", description = "Says whether what is forwarded stays in the mailbox too.")
    int keep(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "on|off", description = "on: 残す, off: 残さない") String keep) {
        return print(address, forwards.keep(EmailAddress.of(address), isOn(keep), AdminCommands.OPERATOR));
    }

    @Command(
            name = "dmarc",
            description = "Says what becomes of mail that DMARC would refuse at the target: it goes as an attachment,"
                    + " stays in the mailbox only, or goes as it is.")
    int dmarc(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "attach|keep|send") String choice) {
        return print(address, forwards.unproven(EmailAddress.of(address), choice(choice), AdminCommands.OPERATOR));
    }

    @Command(name = "resume", description = "Forwards to a stopped target again.")
    int resume(@Parameters(paramLabel = "ADDRESS") String address, @Parameters(paramLabel = "TARGET") String target) {
        return print(
                address, forwards.resume(EmailAddress.of(address), EmailAddress.of(target), AdminCommands.OPERATOR));
    }

    private int print(String address, Forwarding forwarding) {
        terminal.out()
                .println(address + "  keep " + (forwarding.keep() ? "on" : "off") + "  dmarc "
                        + forwarding.unproven().name().toLowerCase(Locale.ROOT));
        for (Target target : forwarding.targets()) {
            terminal.out().println("  -> " + target.address() + "  " + state(target.state()));
        }
        return 0;
    }

    private static String state(Target.State state) {
        return switch (state) {
            case Target.State.Working _ -> "works";
            case Target.State.Failing failing ->
                "fails since " + time(failing.since()) + ", " + failing.failures() + " in a row: "
                        + OneLine.of(failing.reason());
            case Target.State.Stopped stopped -> "stopped " + time(stopped.at()) + ": " + OneLine.of(stopped.reason());
        };
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static boolean isOn(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("Keeping is on or off, not " + word + ".");
        };
    }

    private static Unproven choice(String word) {
        return switch (word) {
            case "attach" -> Unproven.ATTACH;
            case "keep" -> Unproven.KEEP;
            case "send" -> Unproven.SEND;
            default -> throw new IllegalArgumentException("The choice is attach, keep or send, not " + word + ".");
        };
    }
}
