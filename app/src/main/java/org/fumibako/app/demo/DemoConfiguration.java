// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.DnsSettings;
import org.fumibako.app.config.FilterSettings;
import org.fumibako.app.config.HttpSettings;
import org.fumibako.app.config.Outbound;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.delivery.Outgoing;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.resolver.Forward;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import org.fumibako.smtp.client.ClientTimeouts;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.client.Smarthost;
import org.fumibako.smtp.client.Stage;
import org.fumibako.smtp.queue.QueueConfig;
import org.fumibako.smtp.queue.RetrySchedule;

/** What the demo's server is told. Nothing that it sends or asks leaves this machine. */
final class DemoConfiguration {
    /**
     * Who speaks for clients elsewhere: another of the machine's own addresses, so that one can send as if from abroad and
     * every other connection needs no PROXY header.
     */
    private static final AddressBlock PROXY = new AddressBlock(InetAddress.ofLiteral("127.0.0.2"), 32);

    /** There may be no country data, so whoever does not come from this machine is abroad. */
    private static final Configuration.Abroad ABROAD =
            new Configuration.Abroad(new CountrySettings(Set.of("JP"), List.of(), false, true), List.of());

    /** How long a simulated server is waited for; a real one has minutes, which nobody wants to sit through. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The same for the next attempt: soon enough to be watched. */
    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            Stream.of(10, 30, 60, 300, 900, 3_600).map(Duration::ofSeconds).toList(), 0.2);

    private DemoConfiguration() {}

    /** @param sink the port on 127.0.0.1 that takes all mail for other servers; 0 for the simulated Internet */
    static Configuration of(Path data, DemoPorts ports, int sink) {
        return new Configuration(
                Demo.HOST,
                data,
                ports.listen(),
                List.of(),
                Optional.empty(),
                Configuration.DEFAULT_MAX_MESSAGE,
                List.of(PROXY),
                dns(data, ports),
                List.of(Demo.DOMAIN, DomainName.of("localhost")),
                outbound(ports, sink),
                Authentication.Mode.ENFORCE,
                ABROAD,
                new HttpSettings(true, List.of()),
                FilterSettings.ALONE,
                Optional.empty());
    }

    private static Outbound outbound(DemoPorts ports, int sink) {
        if (sink < 0 || sink > 65_535) {
            throw new StartException("--sink must be a port, not " + sink + ".");
        }
        Optional<Smarthost> host = sink == 0
                ? Optional.empty()
                : Optional.of(new Smarthost("127.0.0.1", sink, Smarthost.Tls.NONE, Optional.empty()));
        QueueConfig standard = QueueConfig.DEFAULT.withConnections(100, 50);
        return new Outbound(
                new QueueConfig(
                        standard.connections(),
                        standard.perDestination(),
                        standard.window(),
                        SCHEDULE,
                        standard.delayNotice()),
                Outgoing.LIFETIME,
                new NextHops(Map.of(), host),
                new Outbound.Network.Enclosed(ports.exchanges(), timeouts()));
    }

    private static ClientTimeouts timeouts() {
        Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, PATIENCE);
        }
        return new ClientTimeouts(stages, PATIENCE, PATIENCE.multipliedBy(3));
    }

    /** The resolver asks the demo's own name server about everything; what means something here only has to be named. */
    private static DnsSettings dns(Path data, DemoPorts ports) {
        List<Upstream> own = List.of(new Upstream(ports.dnsAddress(), false));
        List<Forward> forwards = Stream.of("test", "127.in-addr.arpa")
                .map(name -> new Forward(DnsName.of(name), own))
                .toList();
        return new DnsSettings(
                own,
                forwards,
                DnsSettings.DEFAULT.rate(),
                SampleZones.create(data),
                List.of(),
                Optional.of(SampleZones.customers()),
                List.of());
    }
}
