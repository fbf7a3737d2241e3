// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import org.fumibako.app.control.Terminal;
import org.fumibako.net.TlsContexts;
import picocli.CommandLine.Command;

/** {@code admin tls ...}. */
@Command(name = "tls", description = "Certificates.")
final class TlsCommands {
    private final TlsContexts tls;
    private final Terminal terminal;

    TlsCommands(TlsContexts tls, Terminal terminal) {
        this.tls = tls;
        this.terminal = terminal;
    }

    @Command(name = "reload", description = "Reads the certificates again; those in use stay when that fails.")
    int reload() {
        try {
            tls.reload();
            terminal.out().println("New connections get the new certificates.");
            return 0;
        } catch (IOException unreadable) {
            terminal.err().println("fumibako: the certificates stay as they were: " + unreadable.getMessage());
            return 1;
        }
    }
}
