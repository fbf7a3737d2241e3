// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.api.abroad.Abroad;
import org.fumibako.api.dns.DnsParts;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.http.ApiHandler;
import org.fumibako.api.http.JmapHandler;
import org.fumibako.api.http.StaticFiles;
import org.fumibako.api.http.WebConfig;
import org.fumibako.api.http.WebServer;
import org.fumibako.api.setup.MailServer;
import org.fumibako.api.setup.MailServer.MailPort;
import org.fumibako.api.setup.MailServer.Security;
import org.fumibako.api.setup.SetupHandler;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.delivery.CountryPolicy;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.MissingFields;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.dkim.DomainKeys;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Practice;
import org.fumibako.jmap.JmapService;
import org.fumibako.jmap.submission.ScheduledSending;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.net.AddressBlock;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.TlsContexts;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.DoctorCase;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.SenderPattern;
import org.fumibako.registry.zone.NameServerWatch;
import org.fumibako.registry.zone.StsPolicy;
import org.fumibako.registry.zone.WorldCheck;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneSettings;
import org.fumibako.registry.zone.Zones;
import org.fumibako.search.TextIndex;
import org.fumibako.store.Append;
import org.fumibako.store.Volume;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.FakeDns;
import org.fumibako.webmail.Webmail;
import org.fumibako.webmail.url.UrlLimits;

/** A server on real sockets, with two customers: anna has example.test with taro and jiro, berta has other.test with ben. */
final class World implements AutoCloseable {
    static final String PASSWORD = "hako no naka 7";
    static final Origin DESK = Origin.system("desk");
    static final DomainName HOST = DomainName.of("sv001.fumibako.test");

    private static final ZoneSettings ZONES = ZoneSettings.of(HOST);

    /** DNS as the world sees it. */
    final FakeDns outside = FakeDns.of("""
        test NS ns.test.
        example.test NS sv001.fumibako.test.
        example.test MX 10 sv001.fumibako.test.
        sv001.fumibako.test A 192.0.2.1
        sender.test TXT "v=spf1 a:sv001.fumibako.test -all"
        """);

    private final AtomicLong fresh = new AtomicLong();
    private final Metrics metrics = new Metrics();
    final Registry registry;
    final Volume volume;
    final Endpoints endpoints;
    final WebServer server;
    private final ScheduledSending later;
    final ZoneEditor editor;
    private final Zones zones;
    final TlsContexts tls;
    private final Database registryData;
    private final Database volumeData;
    private final Journal journal;

    World(Path directory) throws IOException, ListenException {
        this(directory, true);
    }

    World(Path directory, boolean plain) throws IOException, ListenException {
        this(directory, plain, List.of());
    }

    World(Path directory, boolean plain, List<AddressBlock> proxies) throws IOException, ListenException {
        Clock clock = Clock.systemUTC();
        Files.createDirectories(directory.resolve("volume"));
        registryData = SqliteDatabase.open(directory.resolve("registry.db"), "db/registry");
        volumeData = SqliteDatabase.open(directory.resolve("volume/index.db"), Volume.MIGRATIONS);
        journal = new Journal(volumeData, clock);
        volume = Volume.open(new Volume.Parts(volumeData, directory.resolve("volume/packs"), journal, clock));
        registry = new Registry(registryData, journal, clock, new SecureRandom());
        zones = new Zones(
                registryData, registry.domains(), clock, ZONES, registry.dkim().published());
        editor = new ZoneEditor(zones, journal, clock, (record, domain) -> Optional.empty());
        JmapService jmap = JmapService.of(
                new JmapService.Parts(volume, TextIndex.NONE, registry, directory.resolve("uploads"), directory, clock),
                new JmapService.Post(
                        new Submission(
                                registry,
                                registry.sending(),
                                new CountryPolicy(
                                        address -> Optional.empty(),
                                        CountrySettings.DEFAULT,
                                        registry.countries()::of,
                                        clock),
                                new MissingFields(HOST, clock, ZoneOffset.UTC, new SecureRandom())),
                        new Inbound(HOST, volume, clock, journal::record),
                        new Router(registry),
                        registry.identities(),
                        registry.autoReplies()),
                JmapLimits.DEFAULT);
        endpoints = Api.table(new Api.Parts(
                registry,
                volume,
                journal,
                new Abroad(World::country, CountrySettings.DEFAULT),
                volume.queue(),
                dns(clock),
                doctor(clock),
                webmail(jmap, directory, clock),
                World::mailServer,
                new DryRun(registry.sorting(), volume, new Sorter.Identity(HOST, ZoneOffset.UTC), clock),
                metrics,
                clock));
        tls = new TlsContexts(new DemoAuthority(
                directory.resolve("tls"), List.of(HOST, DomainName.of("localhost")), clock, new SecureRandom()));
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = new WebServer(
                new WebConfig(HOST, Optional.of(anywhere), Optional.of(anywhere), plain, proxies),
                tls,
                List.of(
                        new ApiHandler(endpoints, registry, metrics),
                        new SetupHandler(
                                World::mailServer,
                                registry::hosts,
                                Optional.of(new StsPolicy(StsPolicy.Mode.TESTING, StsPolicy.DEFAULT_MAX_AGE))),
                        new JmapHandler(jmap, registry),
                        new StaticFiles(World.class.getClassLoader(), new SecureRandom())));
        later = jmap.later();
        populate();
        later.start();
        server.start();
    }

    private static MailServer mailServer() {
        return new MailServer(
                HOST,
                List.of("192.0.2.1"),
                List.of(HOST.ascii()),
                "1",
                List.of(
                        new MailPort("imap", 993, Security.TLS),
                        new MailPort("imap", 143, Security.STARTTLS),
                        new MailPort("pop3", 995, Security.TLS),
                        new MailPort("submission", 465, Security.TLS),
                        new MailPort("submission", 587, Security.STARTTLS)));
    }

    /** 203.0.113.0/24 is in Thailand. */
    private static Optional<String> country(InetAddress address) {
        return Optional.of("TH").filter(_ -> address.getHostAddress().startsWith("203.0.113."));
    }

    /** Pictures may come from this machine; everything else is as it is. */
    private Webmail webmail(JmapService jmap, Path directory, Clock clock) {
        return Webmail.of(new Webmail.Parts(
                HOST,
                jmap,
                directory,
                outside,
                registry::pictureSecrets,
                address -> true,
                new UrlLimits(1 << 20, Duration.ofSeconds(5), 3, 4, Set.of()),
                clock));
    }

    private DnsParts dns(Clock clock) {
        return new DnsParts(
                editor,
                new NameServerWatch(registryData, journal, clock, ZONES, outside),
                new WorldCheck(editor, outside),
                registry.dkim(),
                ZONES,
                outside);
    }

    private Doctor doctor(Clock clock) {
        return new Doctor(
                new Practice(new Practice.Parts(
                        registry,
                        volume,
                        volume.queue(),
                        new Inbound(HOST, volume, clock, journal::record),
                        outside,
                        new NameServerWatch(registryData, journal, clock, ZONES, outside),
                        HOST,
                        new HostCheck(outside, clock),
                        () -> new HostCheck.Host(HOST, Set.of(), List.of(), List.of()),
                        editor,
                        new Signing(new DomainKeys(registry.dkim(), clock), clock),
                        journal,
                        clock)),
                registry,
                journal,
                clock);
    }

    private void populate() {
        registry.logins().operator("root", PASSWORD, DESK);
        customer("anna", "example.test", "taro", "jiro");
        customer("berta", "other.test", "ben");
    }

    private void customer(String login, String domain, String... people) {
        registry.customers().add(login, login + " K.K.", Plan.STANDARD, DESK);
        registry.logins().customerPassword(login, PASSWORD, DESK);
        registry.domains().add(DomainName.of(domain), login, DESK);
        for (String person : people) {
            Account account =
                    registry.accounts().add(EmailAddress.of(person + "@" + domain), Quota.DEFAULT, PASSWORD, DESK);
            volume.createAccount(account.id());
        }
    }

    /** Forwards an account to a new address, and names it. */
    String target(EmailAddress account) {
        String target = "t" + fresh.incrementAndGet() + "@elsewhere.test";
        Forwarding now = registry.forwards().of(account);
        now.targets().forEach(old -> registry.forwards().delete(account, old.address(), DESK));
        registry.forwards().add(account, EmailAddress.of(target), DESK);
        return target;
    }

    /** Opens a travel pass, the only one the account has, and says its number. */
    long pass(EmailAddress account) {
        registry.countries()
                .of(account)
                .passes()
                .forEach(pass -> registry.countries().close(account, pass.id(), DESK));
        Instant now = Instant.now();
        return registry.countries()
                .open(account, Set.of("US"), now, now.plus(Duration.ofDays(1)), DESK)
                .id();
    }

    /** Allows an address, the only one, and names it. */
    String allowed(DomainName domain) {
        registry.countries().allowed(domain).forEach(old -> registry.countries().disallow(domain, old, DESK));
        String address = "192.0.2." + (1 + fresh.incrementAndGet() % 250);
        registry.countries().allow(domain, InetAddress.ofLiteral(address), DESK);
        return address;
    }

    /** Files a message into INBOX, and says its blob id; lines end with LF here. */
    String filed(Account account, String message) {
        Content content = Content.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        try {
            var filing = new Append.Filing(
                    account.id(),
                    volume.mailbox(account.id(), SpecialUse.INBOX).id(),
                    Flags.NONE,
                    Instant.now(),
                    new ByteSize(1L << 40),
                    Optional.empty());
            var outcome = volume.append(
                    List.of(new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), DESK)),
                    true);
            return "B" + ((Append.Outcome.Filed) outcome.getFirst().getFirst()).contentId();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Keeps what the doctor found, and says the id of the case. */
    String examined(EmailAddress address) {
        String id = "00000000-0000-0000-0000-" + (100_000_000_000L + fresh.incrementAndGet());
        registry.doctorCases().keep(id, address, "E2", new DoctorCase.Kept("no-such-check", FINDING, FINDING));
        return id;
    }

    private static final String FINDING = """
        {"check":"no-such-check","subject":"","outcome":"fine","headline":"","explanation":"","evidence":[],\
        "remedy":null,"milliseconds":1}\
        """;

    /** Makes an app password, the only one, and says its number. */
    long appPassword(EmailAddress address) {
        Account account = registry.accounts().find(address).orElseThrow();
        registry.appPasswords()
                .list(account.id())
                .forEach(old -> registry.appPasswords().revoke(address, old.id(), DESK));
        return registry.appPasswords()
                .add(address, "phone", AppScope.ALL, DESK)
                .appPassword()
                .id();
    }

    /** Puts a sender on both lists of a domain's filter, and names it. */
    String listed(DomainName domain) {
        for (FilterPolicies.Kind kind : FilterPolicies.Kind.values()) {
            registry.filters().add(domain, kind, SenderPattern.parse("listed.test"), DESK);
        }
        return "listed.test";
    }

    /** Queues a message of an account's, and says its id. */
    String queued(Account account, String to) {
        Content content = Content.of("Subject: out\r\nMessage-ID: <queued@example.test>\r\n\r\nHello\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        Posting posting = new Posting(
                QueueEnvelope.of(Optional.of(account.address())),
                List.of(Addressee.of(EmailAddress.of(to))),
                new Owner(Optional.of(account.id()), Optional.of(account.customer())),
                0,
                Instant.now().plus(Duration.ofDays(5)));
        try {
            volume.append(
                    List.of(new Append(
                            content,
                            MessageSummary.of(content),
                            List.of(),
                            Optional.of(account.address()),
                            DESK,
                            Optional.of(posting))),
                    true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return volume.queue()
                .list(QueueFilter.ALL.of(account.id()), 1_000)
                .getLast()
                .message()
                .id();
    }

    /** A browser in which nobody is signed in. */
    Browser stranger() {
        return new Browser(server.plainPort(), "");
    }

    /** A browser in which somebody is signed in. */
    Browser browserOf(Principal who) {
        return new Browser(
                server.plainPort(), registry.webSessions().begin(who, DESK).token());
    }

    Principal.Contractor customer(String login) {
        var customer = registry.customers().find(login).orElseThrow();
        // Sessions are looked up by the login's id, which is in the order of populate().
        return new Principal.Contractor(login.equals("anna") ? 2 : 3, customer);
    }

    static Principal.Operator operator() {
        return new Principal.Operator(1, "root");
    }

    Principal.Owner owner(String address) {
        return new Principal.Owner(
                registry.accounts().find(EmailAddress.of(address)).orElseThrow());
    }

    /** Has something happen to an account, as if from {@code peer}. */
    void happens(EmailAddress account, String peer, JournalEvent event) {
        Origin origin = new Origin(
                Protocol.SUBMISSION, "s1", Optional.of(InetAddress.ofLiteral(peer)), "Mailer", Optional.of(account));
        journal.record(new JournalEvent.Entry(registry.accounts().find(account).map(Account::id), origin, event));
    }

    /** The journal, oldest row first. */
    List<JournalRow> rows() {
        journal.flush();
        return journal.read(JournalQuery.latest(1_000)).reversed();
    }

    @Override
    public void close() {
        server.close();
        later.close();
        zones.close();
        registry.close();
        volume.close();
        journal.close();
        volumeData.close();
        registryData.close();
    }
}
