// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fumibako.app.CustomerZones;
import org.fumibako.app.control.Terminal;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordText;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.WorldCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin dns check}: a domain as the world sees it. */
@Command(
        name = "check",
        description =
                "Shows whom the world asks about a domain, since when, and whether it sees each automatic record.")
final class DnsCheckCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CustomerZones zones;
    private final Terminal terminal;

    @Parameters(paramLabel = "DOMAIN")
    private String domain = "";

    DnsCheckCommand(CustomerZones zones, Terminal terminal) {
        this.zones = zones;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DomainName name = DomainName.of(domain);
        Optional<NameServerState> state = zones.nameServers().check(name);
        terminal.out()
                .println(state.map(
                                known -> sentence(known, InstantSource.system().instant()))
                        .orElse("DNS does not answer; nothing is known of the name servers yet."));
        for (WorldCheck.Finding finding : zones.world().check(name)) {
            terminal.out().println(line(finding));
        }
        return 0;
    }

    private static String sentence(NameServerState state, Instant now) {
        String names = state.servers().stream().map(DnsName::text).collect(Collectors.joining(", "));
        String whose = switch (state.standing()) {
            case OURS -> "ours: " + names;
            case PARTLY_OURS -> "partly ours: " + names;
            case ELSEWHERE -> "elsewhere: " + names;
            case NOT_DELEGATED -> "none: the domain is not in DNS";
        };
        String settling = state.isSettling(now)
                ? "; until " + time(state.since().plus(NameServerState.SETTLING)) + " some may see it as it was before"
                : "";
        return "Name servers " + whose + " (since " + time(state.since()) + settling + ")";
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String line(WorldCheck.Finding finding) {
        String record = finding.record().name() + " " + finding.record().data().type() + " "
                + RecordText.format(finding.record().data());
        return switch (finding.standing()) {
            case THERE -> "there      " + record;
            case MISSING -> "missing    " + record;
            case UNKNOWN -> "no answer  " + record;
            case DIFFERENT ->
                "different  " + record + "  (there is "
                        + finding.found().stream().map(RecordText::format).collect(Collectors.joining(", ")) + ")";
        };
    }
}
