// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.forward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountryPolicy;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.MissingFields;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.QuotaRule;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.delivery.dsn.ForwardNotices;
import org.fumibako.delivery.dsn.Notices;
import org.fumibako.delivery.forward.Forwarder;
import org.fumibako.delivery.forward.ReversePaths;
import org.fumibako.delivery.forward.StopNotice;
import org.fumibako.delivery.forward.TargetHealth;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.delivery.reply.AutoReplier;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.Person;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.signal.Signals;
import org.fumibako.filter.weights.Weights;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mailauth.dkim.KeySource;
import org.fumibako.mailauth.dkim.SigningKeys;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.net.AddressBlock;
import org.fumibako.net.ListenerConfig;
import org.fumibako.registry.Account;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.smtp.client.AddressPolicy;
import org.fumibako.smtp.client.ClientConfig;
import org.fumibako.smtp.client.ClientLimits;
import org.fumibako.smtp.client.ClientTimeouts;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.client.SmtpClient;
import org.fumibako.smtp.client.TlsPolicies;
import org.fumibako.smtp.queue.QueueConfig;
import org.fumibako.smtp.queue.QueueRunner;
import org.fumibako.smtp.queue.RetrySchedule;
import org.fumibako.smtp.server.SmtpConfig;
import org.fumibako.smtp.server.SmtpDependencies;
import org.fumibako.smtp.server.SmtpLimits;
import org.fumibako.smtp.server.SmtpServer;
import org.fumibako.smtp.server.SmtpService;
import org.fumibako.store.Append;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.Volume;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.LineSocket;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.fumibako.testkit.SmtpClient.Reply;

/** A whole server but for its users: port 25, a real registry and volume, the queue with a real client, and sinks as the world. */
final class RelayHouse implements AutoCloseable {
    static final DomainName HOST = DomainName.of("sv001.near.test");
    static final Origin DESK = Origin.system("desk");
    static final ForwardRules.Patience PATIENCE = new ForwardRules.Patience(3, Duration.ofHours(1));

    final FakeDns dns = new FakeDns();
    final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
    final Registry registry;
    final Volume volume;
    private final Path folder = Files.createTempDirectory("fumibako-forward");
    private final Database registryData;
    private final Database volumeData;
    private final Journal journal;
    private final SmtpServer server;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private int sinkPort;
    private int lastSink;

    RelayHouse() throws IOException {
        this(Optional.empty());
    }

    /** @param keys what signs and seals */
    RelayHouse(Optional<KeySource> keys) throws IOException {
        registryData = SqliteDatabase.open(folder.resolve("registry.db"), "db/registry");
        volumeData = SqliteDatabase.open(folder.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(volumeData, clock);
        volume = Volume.open(new Volume.Parts(volumeData, folder.resolve("packs"), journal, clock));
        registry = new Registry(registryData, journal, clock, new SecureRandom(), PATIENCE);
        registry.customers().add("demo", "demo", Plan.STANDARD, DESK);
        registry.domains().add(DomainName.of("near.test"), "demo", DESK);
        server = server(keys);
        server.start();
    }

    private SmtpServer server(Optional<KeySource> keys) {
        ReversePaths paths = new ReversePaths(registry::returnSecrets, HOST, clock);
        Forwarder forwarder = new Forwarder(
                new Forwarder.Parts(registry, rules(), paths, keys.map(SigningKeys::new), health(), record()),
                new Forwarder.Identity(HOST, Outgoing.LIFETIME, ZoneOffset.UTC),
                clock,
                new Random(3));
        Examiner examiner = new Examiner(dns, HOST, clock, System::nanoTime, new Random(4));
        Inbound inbound = new Inbound(HOST, volume, clock, record())
                .authenticating(new Authentication(examiner, HOST, Authentication.Mode.ENFORCE))
                .filtering(new SpamStep(
                        new SpamFilter(Signals.ofMessage(), () -> Weights.NONE, FilterLimits.DEFAULT),
                        registry.filters()::of,
                        _ -> Person.STRANGER,
                        registry,
                        record()))
                .forwarding(forwarder)
                .sorting(
                        new Sorter(registry.sorting(), volume, new Sorter.Identity(HOST, ZoneOffset.UTC), clock),
                        new AutoReplier(
                                new AutoReplier.Parts(registry, registry.sorting(), new Inboxes(volume), record()),
                                HOST,
                                ZoneOffset.UTC,
                                Optional.empty(),
                                new Random(7)));
        SmtpLimits limits = SmtpLimits.DEFAULT;
        SmtpDependencies dependencies = new SmtpDependencies(
                new Router(registry, paths, rules()),
                new QuotaRule(volume, limits.message(), registry, rules()),
                inbound,
                new Submission(
                        registry,
                        registry.sending(),
                        new CountryPolicy(
                                address -> Optional.empty(), CountrySettings.DEFAULT, registry.countries()::of, clock),
                        new MissingFields(HOST, clock, ZoneOffset.UTC, new Random(5))),
                registry.authenticator(),
                new Doorkeeper(new Doorkeeper.Parts(
                        registry.filters()::of,
                        registry.filters()::ofAny,
                        registry.greylist(),
                        (_, _) -> false,
                        _ -> {},
                        clock)),
                record());
        ListenerConfig listener = ListenerConfig.of("mx", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new SmtpServer(
                new SmtpConfig(SmtpService.MX, HOST, listener, EmailAddress.of("postmaster@near.test"), folder, limits),
                dependencies);
    }

    ForwardRules rules() {
        return registry.forwards().rules();
    }

    private Consumer<JournalEvent.Entry> record() {
        return journal::record;
    }

    private TargetHealth health() {
        return new TargetHealth(
                rules(),
                registry,
                new Inboxes(volume),
                new StopNotice(new SystemLetter(HOST, ZoneOffset.UTC, new Random(6))),
                record());
    }

    /** A sink that takes the mail of a domain; all listen on the same port. */
    SinkMx sink(String domain, SinkScript script) throws IOException {
        lastSink++;
        String literal = "127.0.0." + lastSink;
        SinkMx sink = SinkMx.start(script, InetAddress.ofLiteral(literal), sinkPort);
        sinkPort = sink.port();
        opened.add(sink);
        dns.add(domain, RecordText.parse(RecordType.MX, "10 mx." + domain));
        dns.add("mx." + domain, RecordText.parse(RecordType.A, literal));
        return sink;
    }

    /** Begins to send. */
    QueueRunner send() {
        Notices notices = new Notices(
                new Notices.Parts(HOST, ZoneOffset.UTC, registry, new Inboxes(volume), Outgoing.LIFETIME, record()),
                new Random(2),
                new ForwardNotices(registry, new Inboxes(volume), health(), record()));
        QueueConfig config = new QueueConfig(
                20, 10, 1_000, new RetrySchedule(RetrySchedule.DEFAULT.waits(), 0), Duration.ofHours(4));
        QueueRunner runner = new QueueRunner(
                new QueueRunner.Parts(volume.queue(), client(), NextHops.DIRECT, notices),
                config,
                clock,
                new Random(1));
        opened.add(runner);
        runner.start();
        return runner;
    }

    private SmtpClient client() {
        try {
            ClientConfig config = new ClientConfig(
                    HOST,
                    Set.of(),
                    sinkPort,
                    new AddressPolicy(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow())),
                    ClientTimeouts.STANDARD,
                    ClientLimits.STANDARD);
            SmtpClient client =
                    new SmtpClient(config, dns, TlsPolicies.OPPORTUNISTIC, SSLContext.getDefault(), new SecureRandom());
            opened.add(client);
            return client;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Account account(String address) {
        return account(address, Quota.DEFAULT.megabytes());
    }

    Account account(String address, int megabytes) {
        return registry.accounts().add(EmailAddress.of(address), new Quota(megabytes), "hako no naka", DESK);
    }

    /** @param keep whether the account keeps its mail too */
    void forward(Account account, boolean keep, String... targets) {
        for (String target : targets) {
            registry.forwards().add(account.address(), EmailAddress.of(target), DESK);
        }
        registry.forwards().keep(account.address(), keep, DESK);
    }

    /** Sorts an account's mail by a script. */
    void sort(Account account, String script) {
        registry.scripts().put(account.address(), "main", script, DESK);
        registry.scripts().activate(account.address(), Optional.of("main"), DESK);
    }

    /** Every message in the mailbox of that name; none when there is no such mailbox. */
    List<String> mailbox(Account account, String name) {
        return volume.mailbox(account.id(), name)
                .map(mailbox -> messages(account, mailbox.id()))
                .orElse(List.of());
    }

    /** The flags of the messages in a mailbox. */
    List<Flags> flags(Account account, String name) {
        try {
            MailboxSnapshot snapshot = volume.snapshot(
                    account.id(),
                    volume.mailbox(account.id(), name).orElseThrow().id());
            return IntStream.range(0, snapshot.size()).mapToObj(snapshot::flags).toList();
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Takes all its room. */
    void fill(Account account) {
        volume.createAccount(account.id());
        Content content = Content.of(new byte[(int) account.quota().size().bytes()]);
        Append.Filing filing = new Append.Filing(
                account.id(),
                new Inboxes(volume).of(account.id()),
                Flags.NONE,
                clock.instant(),
                account.quota().size(),
                Optional.empty());
        try {
            volume.append(
                    List.of(new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), DESK)),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a stranger's server is told of its message. */
    Reply receive(String from, String to, String message) throws IOException {
        return receive(from, List.of(to), message);
    }

    Reply receive(String from, List<String> to, String message) throws IOException {
        try (org.fumibako.testkit.SmtpClient client = org.fumibako.testkit.SmtpClient.connect(server.port())) {
            client.command("EHLO mail.far.test");
            return client.send(from, to, message);
        }
    }

    /** The reply to one RCPT. */
    Reply recipient(String from, String to) throws IOException {
        try (org.fumibako.testkit.SmtpClient client = org.fumibako.testkit.SmtpClient.connect(server.port())) {
            client.command("EHLO mail.far.test");
            client.command("MAIL FROM:<" + from + ">");
            return client.command("RCPT TO:<" + to + ">");
        }
    }

    int port() {
        return server.port();
    }

    List<String> inbox(Account account) {
        return mailbox(account, SpecialUse.INBOX);
    }

    /** Every message in a mailbox, one char an octet. */
    List<String> mailbox(Account account, SpecialUse use) {
        volume.createAccount(account.id());
        volume.subscribe(account.id(), "INBOX", true);
        return messages(account, volume.mailbox(account.id(), use).id());
    }

    private List<String> messages(Account account, MailboxId mailbox) {
        try {
            MailboxSnapshot snapshot = volume.snapshot(account.id(), mailbox);
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < snapshot.size(); i++) {
                try (Content content = volume.content(account.id(), snapshot.contentId(i))) {
                    messages.add(new String(content.bytes(), StandardCharsets.ISO_8859_1));
                }
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Waits until nothing is left in the queue. */
    void awaitEmpty() {
        await(() -> volume.queue().count(QueueFilter.ALL).isEmpty());
    }

    static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + LineSocket.DEADLINE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** What was noted of an account, oldest first. */
    <E extends JournalEvent> List<E> events(Account account, Class<E> kind) {
        journal.flush();
        return journal.read(new JournalQuery(Optional.empty(), Instant.EPOCH, false, 10_000)).stream()
                .filter(row -> row.account().equals(Optional.of(account.id())))
                .map(JournalRow::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public void close() throws Exception {
        server.close(Duration.ofSeconds(2));
        for (AutoCloseable some : opened.reversed()) {
            some.close();
        }
        registry.close();
        volume.close();
        journal.close();
        volumeData.close();
        registryData.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
