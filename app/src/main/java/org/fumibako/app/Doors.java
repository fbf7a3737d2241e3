// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.fumibako.api.Api;
import org.fumibako.api.abroad.Abroad;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.http.MetricsServer;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountryPolicy;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.MissingFields;
import org.fumibako.delivery.QuotaRule;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.delivery.reply.AutoReplier;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.dns.server.DnsServer;
import org.fumibako.dns.server.DnsServerConfig;
import org.fumibako.dns.server.DnsTally;
import org.fumibako.doctor.Doctor;
import org.fumibako.imap.ImapConfig;
import org.fumibako.imap.ImapServer;
import org.fumibako.jmap.JmapService;
import org.fumibako.jmap.submission.ScheduledSending;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.mailauth.Examiner;
import org.fumibako.managesieve.ManageSieveConfig;
import org.fumibako.managesieve.ManageSieveServer;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.ConnectionLimits;
import org.fumibako.net.ListenException;
import org.fumibako.net.ListenerConfig;
import org.fumibako.pop3.Pop3Config;
import org.fumibako.pop3.Pop3Server;
import org.fumibako.pop3.command.MaildropLocks;
import org.fumibako.registry.Registry;
import org.fumibako.search.TextIndex;
import org.fumibako.smtp.server.SmtpConfig;
import org.fumibako.smtp.server.SmtpDependencies;
import org.fumibako.smtp.server.SmtpLimits;
import org.fumibako.smtp.server.SmtpServer;
import org.fumibako.smtp.server.SmtpService;
import org.fumibako.store.Volume;
import org.fumibako.webmail.Webmail;
import org.fumibako.webmail.url.PublicAddress;
import org.fumibako.webmail.url.UrlLimits;

/** The delivery floor and the protocols above it: one door for each service that the configuration lets listen. */
final class Doors implements AutoCloseable {
    private final Configuration configuration;
    private final Ground ground;
    private final Registry registry;
    private final CustomerZones zones;
    private final Volume volume;
    private final TextIndex search;
    private final Guard guard;
    private final Clock clock;
    private final SmtpDependencies smtp;
    private final MaildropLocks maildrops = MaildropLocks.inProcess();
    private final Map<Service, Door> doors = new EnumMap<>(Service.class);
    private final WebDoor web;
    private final ScheduledSending later;

    Doors(
            Configuration configuration,
            Ground ground,
            Registry registry,
            CustomerZones zones,
            StoredMail mail,
            Guard guard,
            Doctor doctor,
            Clock clock) {
        this.configuration = configuration;
        this.ground = ground;
        this.registry = registry;
        this.zones = zones;
        this.volume = mail.volume();
        this.search = mail.search();
        this.guard = guard;
        this.clock = clock;
        this.smtp = delivery();
        JmapService jmap = jmap(mail);
        this.later = jmap.later();
        this.web = new WebDoor(
                configuration,
                ground,
                new Api.Parts(
                        registry,
                        volume,
                        ground.journal(),
                        new Abroad(ground.countries(), configuration.abroad().settings()),
                        volume.queue(),
                        zones.parts(registry),
                        doctor,
                        webmail(jmap),
                        new OwnServer(zones.parts(registry).settings(), this::ports),
                        dryRun(),
                        ground.metrics(),
                        clock),
                jmap);
        for (Map.Entry<Service, InetSocketAddress> place :
                configuration.listen().entrySet()) {
            doors.put(place.getKey(), door(place.getKey(), place.getValue()));
        }
    }

    /** One service on one port. */
    private record Door(Opening start, IntSupplier port, Consumer<Duration> close, IntSupplier connections) {
        /** Takes a port. */
        interface Opening {
            void run() throws ListenException;
        }
    }

    /** @throws StartException when a port cannot be had; those already open are closed again */
    void open() {
        try {
            later.start();
            web.begin();
            for (Door door : doors.values()) {
                door.start().run();
            }
            web.await();
        } catch (ListenException taken) {
            close();
            throw new StartException(String.valueOf(taken.getMessage()), taken);
        }
    }

    /** What can be asked over HTTP. */
    Endpoints endpoints() {
        return web.endpoints();
    }

    /** The ports in use, by service. */
    Map<Service, Integer> ports() {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        doors.forEach((service, door) -> ports.put(service, door.port().getAsInt()));
        return ports;
    }

    /** Open connections, by service. */
    Map<String, Integer> connections() {
        Map<String, Integer> open = new TreeMap<>();
        doors.forEach(
                (service, door) -> open.put(service.key(), door.connections().getAsInt()));
        return open;
    }

    /** Closes all doors at once: what is being committed is finished, everyone is told goodbye. */
    void close(Duration grace) {
        List<Thread> closing = new ArrayList<>();
        closing.add(Thread.ofVirtual().name("close-later").start(later::close));
        doors.forEach((service, door) -> closing.add(Thread.ofVirtual()
                .name("close-" + service.key())
                .start(() -> door.close().accept(grace))));
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private SmtpDependencies delivery() {
        Forwarding forwarding = new Forwarding(configuration, ground, registry, volume, clock);
        MissingFields missing =
                new MissingFields(configuration.host(), clock, ZoneId.systemDefault(), new SecureRandom());
        return new SmtpDependencies(
                new Router(registry, forwarding.paths(), forwarding.rules()),
                new QuotaRule(volume, configuration.maxMessage(), registry, forwarding.rules()),
                inbound()
                        .forwarding(forwarding.forwarder(guard.signatures().keys()))
                        .sorting(sorter(), replier()),
                new Submission(registry, registry.sending(), abroad(), missing)
                        .signing(guard.signatures().step())
                        .watched(guard.watch()),
                registry.authenticator(),
                door(),
                ground.journal()::record);
    }

    private Doorkeeper door() {
        return new Doorkeeper(new Doorkeeper.Parts(
                registry.filters()::of,
                registry.filters()::ofAny,
                registry.greylist(),
                guard.sent()::hasSentTo,
                Thread::sleep,
                clock));
    }

    private Sorter sorter() {
        return new Sorter(registry.sorting(), volume, identity(), clock);
    }

    private DryRun dryRun() {
        return new DryRun(registry.sorting(), volume, identity(), clock);
    }

    private Sorter.Identity identity() {
        return new Sorter.Identity(configuration.host(), ZoneId.systemDefault());
    }

    private AutoReplier replier() {
        AutoReplier.Parts parts =
                new AutoReplier.Parts(registry, registry.sorting(), new Inboxes(volume), ground.journal()::record);
        return new AutoReplier(
                parts,
                configuration.host(),
                ZoneId.systemDefault(),
                Optional.of(guard.signatures().step()),
                new SecureRandom());
    }

    private Inbound inbound() {
        Examiner examiner = new Examiner(
                OutboundMail.names(configuration.outbound().network(), ground.resolver()),
                configuration.host(),
                clock,
                System::nanoTime,
                new SecureRandom());
        Authentication authentication = new Authentication(examiner, configuration.host(), configuration.dmarc());
        return new Inbound(
                        configuration.host(),
                        volume,
                        clock,
                        ground.journal()::record,
                        configuration.outbound().lifetime())
                .authenticating(authentication)
                .settingAside(guard.backscatter())
                .filtering(guard.spam())
                .keepingSent(registry.accounts()::keepsSent);
    }

    private CountryPolicy abroad() {
        return new CountryPolicy(
                ground.countries(), configuration.abroad().settings(), registry.countries()::of, clock);
    }

    private Door door(Service service, InetSocketAddress address) {
        return switch (service) {
            case SMTP -> smtp(service, SmtpService.MX, address);
            case SUBMISSION -> smtp(service, SmtpService.SUBMISSION, address);
            case SUBMISSIONS -> smtp(service, SmtpService.SUBMISSIONS, address);
            case LMTP -> smtp(service, SmtpService.LMTP, address);
            case IMAP, IMAPS -> imap(service, address);
            case POP3, POP3S -> pop3(service, address);
            case SIEVE -> sieve(service, address);
            case DNS -> dns(address);
            case HTTP, HTTPS -> new Door(() -> {}, () -> web.port(service), web::close, () -> web.connections(service));
            case METRICS -> metrics(address);
        };
    }

    private Door smtp(Service service, SmtpService kind, InetSocketAddress address) {
        SmtpServer server = new SmtpServer(
                new SmtpConfig(
                        kind,
                        configuration.host(),
                        listener(service, address, SmtpConfig.BUSY_LINE),
                        new EmailAddress("postmaster", configuration.host()),
                        ground.directory().spool(),
                        SmtpLimits.DEFAULT.withMessage(configuration.maxMessage())),
                smtp);
        return new Door(server::start, server::port, server::close, server::connections);
    }

    private Door imap(Service service, InetSocketAddress address) {
        ImapServer server = new ImapServer(
                new ImapConfig(
                        listener(service, address, ImapConfig.BUSY_LINE),
                        configuration.maxMessage(),
                        ground.directory().spool()),
                new ImapServer.Mail(volume, search),
                registry,
                registry.authenticator(),
                clock);
        return new Door(server::start, server::port, server::close, server::connections);
    }

    private Door pop3(Service service, InetSocketAddress address) {
        Pop3Server server = new Pop3Server(
                new Pop3Config(listener(service, address, Pop3Config.BUSY_LINE)),
                volume,
                registry.authenticator(),
                maildrops);
        return new Door(server::start, server::port, server::close, server::connections);
    }

    private Door sieve(Service service, InetSocketAddress address) {
        ManageSieveServer server = new ManageSieveServer(
                new ManageSieveConfig(listener(service, address, ManageSieveConfig.BUSY_LINE)),
                registry.scripts(),
                registry.authenticator());
        return new Door(server::start, server::port, server::close, server::connections);
    }

    private Door dns(InetSocketAddress address) {
        DnsServer server = new DnsServer(
                DnsServerConfig.of(address)
                        .withRate(configuration.dns().rate())
                        .withSecondaries(configuration.dns().secondaries()),
                new ZoneSources(ground.zones().source(), zones.source()),
                clock,
                new SecureRandom());
        DnsTally tally = server.tally();
        ground.metrics()
                .totals(
                        "fumibako_dns_answers_total",
                        "Answers of the name server; silent are datagrams that got none",
                        "transport",
                        () -> Map.of("udp", (double) tally.udp(), "tcp", (double) tally.tcp(), "silent", (double)
                                tally.silent()));
        return new Door(server::start, server::port, server::close, server::connections);
    }

    private Door metrics(InetSocketAddress address) {
        MetricsServer server = new MetricsServer(address, ground.metrics());
        return new Door(server::start, server::port, server::close, () -> 0);
    }

    private ListenerConfig listener(Service service, InetSocketAddress address, String busyLine) {
        ListenerConfig plain = ListenerConfig.of(service.key(), address)
                .withProxies(configuration.proxies())
                .withLimits(new ConnectionLimits(ListenerConfig.DEFAULT_TOTAL, perPeer(address)), busyLine);
        return switch (service) {
            case SUBMISSIONS, IMAPS, POP3S -> plain.withImplicitTls(ground.tls());
            case LMTP, DNS, HTTP, HTTPS, METRICS -> plain;
            case SMTP, SUBMISSION, IMAP, POP3, SIEVE -> plain.withStartTls(ground.tls());
        };
    }

    private JmapService jmap(StoredMail mail) {
        return JmapService.of(
                new JmapService.Parts(
                        mail.volume(),
                        mail.search(),
                        registry,
                        ground.directory().uploads(),
                        ground.directory().spool(),
                        clock),
                new JmapService.Post(
                        smtp.submission(),
                        smtp.inbound(),
                        smtp.router(),
                        registry.identities(),
                        registry.autoReplies()),
                JmapLimits.DEFAULT);
    }

    private Webmail webmail(JmapService jmap) {
        return Webmail.of(new Webmail.Parts(
                configuration.host(),
                jmap,
                ground.directory().spool(),
                ground.resolver(),
                registry::pictureSecrets,
                PublicAddress::is,
                UrlLimits.PICTURES,
                clock));
    }

    /** Behind a loopback address sits a program of ours or a load test, not one of many strangers. */
    private static int perPeer(InetSocketAddress address) {
        return address.getAddress().isLoopbackAddress()
                ? ListenerConfig.DEFAULT_TOTAL
                : ListenerConfig.DEFAULT_PER_PEER;
    }
}
