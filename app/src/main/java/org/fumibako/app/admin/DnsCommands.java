// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import org.fumibako.app.ZoneFiles;
import org.fumibako.app.control.Terminal;
import picocli.CommandLine.Command;

/** {@code admin dns ...}. */
@Command(name = "dns", description = "The name server.")
final class DnsCommands {
    private final ZoneFiles zones;
    private final Terminal terminal;

    DnsCommands(ZoneFiles zones, Terminal terminal) {
        this.zones = zones;
        this.terminal = terminal;
    }

    @Command(name = "reload", description = "Reads the zone files again; nothing changes when one of them is wrong.")
    int reload() {
        try {
            int changed = zones.reload();
            terminal.out().println(changed == 1 ? "1 zone has changed." : changed + " zones have changed.");
            return 0;
        } catch (IOException | IllegalArgumentException wrong) {
            terminal.err().println("fumibako: the zones stay as they were: " + wrong.getMessage());
            return 1;
        }
    }
}
