// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.config.Outbound.Network;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.dsn.Notices;
import org.fumibako.dns.Resolver;
import org.fumibako.net.AddressBlock;
import org.fumibako.registry.Registry;
import org.fumibako.smtp.client.AddressPolicy;
import org.fumibako.smtp.client.ClientConfig;
import org.fumibako.smtp.client.ClientLimits;
import org.fumibako.smtp.client.SmtpClient;
import org.fumibako.smtp.queue.QueueRunner;
import org.fumibako.store.Volume;

/** The way out: the client that speaks to other servers, and the runner that gives it what is queued. */
final class OutboundMail {
    private final OutboundTls tls;
    private final SmtpClient client;
    private final QueueRunner runner;

    OutboundMail(
            Configuration configuration,
            Ground ground,
            Registry registry,
            Volume volume,
            Signatures signatures,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        Network network = configuration.outbound().network();
        Resolver names = names(network, ground.resolver());
        this.tls = new OutboundTls(network, names, clock);
        this.client = new SmtpClient(client(configuration, network), names, tls.policies(), tls.webPki(), random);
        Notices notices = new Notices(
                        new Notices.Parts(
                                configuration.host(),
                                ZoneId.systemDefault(),
                                registry,
                                new Inboxes(volume),
                                configuration.outbound().lifetime(),
                                ground.journal()::record),
                        random,
                        new Forwarding(configuration, ground, registry, volume, clock).notices())
                .signing(signatures.step());
        this.runner = new QueueRunner(
                new QueueRunner.Parts(
                        volume.queue(), client, configuration.outbound().hops(), notices),
                configuration.outbound().queue(),
                clock,
                random);
    }

    void start() {
        runner.start();
    }

    /** Lets what is being sent come to its end for so long; what does not is cut off, and sent again later. */
    void close(Duration grace) {
        runner.close(grace);
        client.close();
        tls.close();
    }

    private static ClientConfig client(Configuration configuration, Network network) {
        ClientConfig internet = ClientConfig.of(configuration.host(), ownAddresses(configuration));
        return switch (network) {
            case Network.Internet _ -> internet;
            case Network.Enclosed enclosed ->
                new ClientConfig(
                        configuration.host(),
                        internet.ownAddresses(),
                        enclosed.port(),
                        new AddressPolicy(
                                List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow())),
                        enclosed.timeouts(),
                        ClientLimits.STANDARD);
        };
    }

    /** Where names come from: in the demo there are no others than its own. */
    static Resolver names(Network network, Resolver resolver) {
        return switch (network) {
            case Network.Internet _ -> resolver;
            case Network.Enclosed _ -> new ClosedWorld(resolver);
        };
    }

    /** Where we take mail from strangers: a wildcard stands for every address of this machine. */
    private static Set<InetAddress> ownAddresses(Configuration configuration) {
        InetSocketAddress smtp = configuration.listen().get(Service.SMTP);
        if (smtp == null) {
            return Set.of();
        }
        if (!smtp.getAddress().isAnyLocalAddress()) {
            return Set.of(smtp.getAddress());
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException unknown) {
            return Set.of();
        }
    }
}
