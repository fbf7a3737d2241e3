// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.app.Fumibako;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.config.DnsSettings;
import org.fumibako.app.config.Outbound;
import org.fumibako.app.control.Terminal;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.Outgoing;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.resolver.Forward;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.client.Smarthost;
import org.fumibako.smtp.queue.QueueConfig;

/** {@code ./fumibako demo}: everything on 127.0.0.1, each service at port base + standard port. */
public final class Demo {
    static final DomainName HOST = DomainName.of("sv001.fumibako.test");
    static final DomainName DOMAIN = DomainName.of("example.test");

    /**
     * Who speaks for clients elsewhere: another of the machine's own addresses, so that one can send as if from abroad and
     * every other connection needs no PROXY header.
     */
    private static final AddressBlock PROXY = new AddressBlock(InetAddress.ofLiteral("127.0.0.2"), 32);

    /** The highest port base with which POP3S is still a port. */
    private static final int MAX_PORT_BASE = 65_535 - 995;

    private Demo() {}

    /** Where the demo keeps its data when nobody says otherwise: {@code demo-data} beside the launcher. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("fumibako.home", "."), "demo-data");
    }

    /**
     * Starts the demo, with sample data at the first start, and writes {@code demo.json} when every port accepts.
     *
     * @param portBase 0 to 64,540; 0 lets the system choose every port
     */
    public static Fumibako open(Path directory, int portBase, Terminal terminal) {
        return open(directory, portBase, 0, terminal);
    }

    /** @param sink the port on 127.0.0.1 that takes mail for other servers; 0 for none: there are no other servers then */
    public static Fumibako open(Path directory, int portBase, int sink, Terminal terminal) {
        Path data = directory.toAbsolutePath().normalize();
        Fumibako server = Fumibako.open(configuration(data, portBase, sink));
        try {
            Optional<DemoFile> before = DemoFile.read(data);
            List<DemoFile.Login> accounts = before.isPresent()
                    ? before.get().accounts()
                    : new SampleData(server.registry(), server.store()).create();
            server.start();
            DemoFile file = file(server, accounts);
            file.write(data);
            print(file, data, terminal);
            return server;
        } catch (IOException unwritable) {
            server.close();
            throw new StartException("The demo's data cannot be written: " + unwritable.getMessage() + ".", unwritable);
        } catch (RuntimeException | Error failed) {
            server.close();
            throw failed;
        }
    }

    private static Configuration configuration(Path data, int portBase, int sink) {
        if (portBase < 0 || portBase > MAX_PORT_BASE) {
            throw new StartException("--port-base must be 0 to " + MAX_PORT_BASE + ", not " + portBase + ".");
        }
        Map<Service, InetSocketAddress> listen = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = portBase == 0 ? 0 : portBase + service.port();
            listen.put(service, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        }
        return new Configuration(
                HOST,
                data,
                listen,
                List.of(),
                Optional.empty(),
                Configuration.DEFAULT_MAX_MESSAGE,
                List.of(PROXY),
                dns(data, portBase),
                List.of(DOMAIN, DomainName.of("localhost")),
                outbound(portBase, sink),
                Authentication.Mode.ENFORCE,
                Configuration.Abroad.DEFAULT);
    }

    /** Nothing leaves this machine: no name outside is known, and all mail goes to the sink, if there is one. */
    private static Outbound outbound(int portBase, int sink) {
        if (sink < 0 || sink > 65_535) {
            throw new StartException("--sink must be a port, not " + sink + ".");
        }
        Optional<Smarthost> host = sink == 0
                ? Optional.empty()
                : Optional.of(new Smarthost("127.0.0.1", sink, Smarthost.Tls.NONE, Optional.empty()));
        return new Outbound(
                QueueConfig.DEFAULT.withConnections(100, 50),
                Outgoing.LIFETIME,
                new NextHops(Map.of(), host),
                new Outbound.Network.Enclosed((_, _, _) -> new Answer.NoSuchName(), portBase + Service.SMTP.port()));
    }

    /** Names under {@code test} are the demo's own, so its resolver asks its name server about them. */
    private static DnsSettings dns(Path data, int portBase) {
        InetSocketAddress own =
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), portBase + Service.DNS.port());
        List<Forward> forwards =
                portBase == 0 ? List.of() : List.of(new Forward(DnsName.of("test"), List.of(new Upstream(own, false))));
        return new DnsSettings(List.of(), forwards, DnsSettings.DEFAULT.rate(), SampleZones.create(data), List.of());
    }

    private static DemoFile file(Fumibako server, List<DemoFile.Login> accounts) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        server.ports().forEach((service, port) -> ports.put(service.key(), port));
        return new DemoFile(
                HOST.ascii(),
                ports,
                DOMAIN.ascii(),
                accounts,
                server.caCertificate().toString());
    }

    private static void print(DemoFile file, Path data, Terminal terminal) {
        var out = terminal.out();
        Map<String, Integer> ports = file.ports();
        out.println("Fumibako 文箱 is running on 127.0.0.1 (it calls itself " + file.host() + ").");
        out.println();
        out.println("  Receive   SMTP " + ports.get("smtp") + "   LMTP " + ports.get("lmtp"));
        out.println("  Send      STARTTLS " + ports.get("submission") + "   TLS " + ports.get("submissions"));
        out.println("  IMAP      STARTTLS " + ports.get("imap") + "   TLS " + ports.get("imaps"));
        out.println("  DNS       " + ports.get("dns") + " (UDP and TCP; zones in " + data.resolve("zones") + ")");
        out.println("  POP3      STARTTLS " + ports.get("pop3") + "   TLS " + ports.get("pop3s"));
        out.println();
        file.accounts().forEach(account -> out.println("  " + account.address() + "   " + account.password()));
        out.println();
        out.println("The same is in " + data.resolve("demo.json") + ". Ctrl-C stops the server; its data stays.");
        out.flush();
    }
}
