// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fumibako.acme.CertificateState;
import org.fumibako.app.control.Terminal;
import org.fumibako.delivery.host.Finding;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsContexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code admin host ...}: this server as others see it. */
@Command(name = "host", description = "This server as others see it.")
public final class HostCommands {
    private final Parts parts;
    private final Terminal terminal;

    /** What the commands look at; {@code name} is the host's own, {@code blocklists} are those of the configuration. */
    public record Parts(
            DomainName name,
            List<DomainName> blocklists,
            Resolver resolver,
            TlsContexts tls,
            Supplier<Collection<CertificateState>> issued,
            Clock clock) {
        /** The host as it is now, with the blocklists of the configuration. */
        public HostCheck.Host host() {
            return new HostCheck.Host(name, ownAddresses(), blocklists, tls.certificates());
        }
    }

    HostCommands(Parts parts, Terminal terminal) {
        this.parts = parts;
        this.terminal = terminal;
    }

    @Command(
            name = "check",
            description = "Asks DNS what other servers ask about this host; the status is 1 when there is a problem.")
    int check(
            @Option(
                            names = "--blocklist",
                            paramLabel = "ZONE",
                            description =
                                    "a DNS blocklist to ask besides those of the configuration; several may be given")
                    @Nullable
                    List<String> blocklists) {
        Set<DomainName> lists = new LinkedHashSet<>(parts.blocklists());
        if (blocklists != null) {
            blocklists.stream().map(DomainName::of).forEach(lists::add);
        }
        List<Finding> findings = new HostCheck(parts.resolver(), parts.clock())
                .check(new HostCheck.Host(
                        parts.name(),
                        ownAddresses(),
                        List.copyOf(lists),
                        parts.tls().certificates()));
        for (Finding finding : findings) {
            terminal.out().println(word(finding.level()) + finding.sentence());
        }
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.PROBLEM) ? 1 : 0;
    }

    private static String word(Finding.Level level) {
        return switch (level) {
            case GOOD -> "good     ";
            case UNKNOWN -> "unknown  ";
            case WARNING -> "warning  ";
            case PROBLEM -> "problem  ";
        };
    }

    private static Set<InetAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException unknown) {
            return Set.of();
        }
    }
}
