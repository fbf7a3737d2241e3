// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Supplier;
import org.fumibako.acme.CertificateState;
import org.fumibako.app.control.Terminal;
import org.fumibako.net.TlsCertificate;
import org.fumibako.net.TlsContexts;
import picocli.CommandLine.Command;

/** {@code admin tls ...}. */
@Command(name = "tls", description = "Certificates.")
final class TlsCommands {
    private final TlsContexts tls;
    private final Supplier<Collection<CertificateState>> issued;
    private final Terminal terminal;

    /** @param issued how those stand that an authority issues */
    TlsCommands(TlsContexts tls, Supplier<Collection<CertificateState>> issued, Terminal terminal) {
        this.tls = tls;
        this.issued = issued;
        this.terminal = terminal;
    }

    @Command(
            name = "list",
            description = "The certificates in use, and what is to be had of the authority that issues them.")
    int list() {
        for (TlsCertificate certificate : tls.certificates()) {
            terminal.out()
                    .println("in use   until " + day(certificate.expiry()) + "  "
                            + String.join(" ", certificate.names()));
        }
        for (CertificateState state : issued.get()) {
            terminal.out().println("issued   " + state.of() + ": " + words(state));
        }
        return 0;
    }

    private static String words(CertificateState state) {
        String next = state.next().equals(Instant.MAX) ? "" : ", ordered next at " + minute(state.next());
        String stands = state.expires().map(until -> "until " + day(until)).orElse("none yet");
        if (state.expires().isEmpty() && state.next().equals(Instant.MAX)) {
            return "none, for no usual name of it leads to this host";
        }
        return state.failure()
                .map(why -> stands + next + ", because: " + OneLine.of(why))
                .orElse(stands + next);
    }

    private static String day(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).toString().substring(0, "2026-01-01".length());
    }

    private static String minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
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
