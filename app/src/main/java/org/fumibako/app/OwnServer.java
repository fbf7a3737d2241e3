// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.fumibako.api.setup.MailServer;
import org.fumibako.api.setup.MailServer.MailPort;
import org.fumibako.api.setup.MailServer.Security;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.ZoneSettings;

/** What people are told of the server: its name, where it is, and the ports that are open now. */
final class OwnServer implements Supplier<MailServer> {
    /** Whose ports are nobody's business but the operator's. */
    private static final Set<Service> OPERATORS = Set.copyOf(EnumSet.of(Service.LMTP, Service.METRICS));

    private final ZoneSettings zones;
    private final Supplier<Map<Service, Integer>> ports;

    OwnServer(ZoneSettings zones, Supplier<Map<Service, Integer>> ports) {
        this.zones = zones;
        this.ports = ports;
    }

    @Override
    public MailServer get() {
        List<MailPort> open = new ArrayList<>();
        ports.get().forEach((service, port) -> {
            if (port > 0 && !OPERATORS.contains(service)) {
                open.add(new MailPort(name(service), port, security(service)));
            }
        });
        return new MailServer(
                zones.host(),
                addresses(),
                zones.nameServers().stream().map(DomainName::ascii).toList(),
                Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), ""),
                open);
    }

    /** Those that the configuration names, or else those of the machine that others can reach. */
    private List<String> addresses() {
        if (!zones.hostAddresses().isEmpty()) {
            return zones.hostAddresses().stream().map(OwnServer::literal).toList();
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(OwnServer::literal)
                    .sorted()
                    .toList();
        } catch (SocketException unknown) {
            return List.of();
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = address instanceof Inet6Address ? text.indexOf('%') : -1;
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static String name(Service service) {
        return switch (service) {
            case SUBMISSION, SUBMISSIONS -> "submission";
            case IMAP, IMAPS -> "imap";
            case POP3, POP3S -> "pop3";
            case HTTP, HTTPS -> "http";
            case SMTP, LMTP, SIEVE, DNS, METRICS -> service.key();
        };
    }

    private static Security security(Service service) {
        return switch (service) {
            case SUBMISSIONS, IMAPS, POP3S, HTTPS -> Security.TLS;
            case SMTP, SUBMISSION, IMAP, POP3, SIEVE -> Security.STARTTLS;
            case LMTP, DNS, HTTP, METRICS -> Security.NONE;
        };
    }
}
