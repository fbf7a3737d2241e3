// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountryPolicy;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.MissingFields;
import org.fumibako.delivery.QuotaRule;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.delivery.door.Doorkeeper;
import org.fumibako.delivery.spam.SpamStep;
import org.fumibako.dns.Resolver;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.Person;
import org.fumibako.filter.Reason;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.scan.Scanner;
import org.fumibako.filter.scan.Scanners;
import org.fumibako.filter.scan.Suspect;
import org.fumibako.filter.signal.Signals;
import org.fumibako.filter.weights.Weights;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.net.AddressBlock;
import org.fumibako.net.ListenerConfig;
import org.fumibako.net.TlsContexts;
import org.fumibako.registry.Account;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.Volume;

/** The four services over a real store in a directory of its own, with a few accounts. */
final class House implements AutoCloseable {
    static final DomainName HOST = DomainName.of("sv001.fumibako.test");

    final FakeDirectory directory = new FakeDirectory();
    final FakeCountries countries = new FakeCountries();
    /** Whose submissions are filed in Sent as well. */
    final Set<AccountId> keepSent = ConcurrentHashMap.newKeySet();

    final List<JournalEvent.Entry> journal = new CopyOnWriteArrayList<>();
    final Map<DomainId, FilterPolicy> filters = new ConcurrentHashMap<>();
    final FakeGreylist greylist = new FakeGreylist();
    /** Whom hanako has written to. */
    final Set<String> written = ConcurrentHashMap.newKeySet();
    /** How long the doorkeeper made sessions wait, if they had waited. */
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    private volatile Duration later = Duration.ZERO;
    private Scanning scan = _ -> List.of();
    final Account taro = directory.add("taro@example.test", 2_000, false);
    final Account hanako = directory.add("hanako@example.test", 2_000, false);
    final Account other = directory.add("taro@日本.test", 2_000, false);
    final Account small = directory.add("small@example.test", 1, false);
    final Account tiny = directory.add("tiny@example.test", 1, false);
    final Account full = directory.add("full@example.test", 1, false);

    private final Path folder;
    private final Database database;
    private final Journal rows;
    private final Volume store;
    private final Map<SmtpService, SmtpServer> servers = new EnumMap<>(SmtpService.class);

    private House(Path folder, SmtpLimits limits, Optional<Authentication> authentication, List<AddressBlock> proxies)
            throws IOException {
        this.folder = folder;
        directory.add("suspended@example.test", 2_000, true);
        directory.add("later@example.test", 2_000, false);
        directory.add("太郎@example.test", 2_000, false);
        directory.alias("info@example.test", taro);
        directory.alias("postmaster@example.test", taro);
        directory.alias("team@example.test", taro, hanako);
        directory.alias("crowded@example.test", hanako, full);
        database = SqliteDatabase.open(folder.resolve("volume.db"), Volume.MIGRATIONS);
        Clock clock = Clock.systemUTC();
        rows = new Journal(database, clock);
        store = Volume.open(new Volume.Parts(database, folder.resolve("packs"), rows, clock));
        fill(full);
        start(limits, clock, authentication, proxies);
    }

    static House open() throws IOException {
        return open(SmtpLimits.DEFAULT);
    }

    static House open(SmtpLimits limits) throws IOException {
        return new House(Files.createTempDirectory("fumibako-smtp"), limits, Optional.empty(), List.of());
    }

    /** One that examines what comes from strangers, whose world is this. */
    static House open(Resolver world, Authentication.Mode mode) throws IOException {
        Examiner examiner = new Examiner(world, HOST, Clock.systemUTC(), System::nanoTime, new SplittableRandom());
        Authentication authentication = new Authentication(examiner, HOST, mode);
        return new House(
                Files.createTempDirectory("fumibako-smtp"), SmtpLimits.DEFAULT, Optional.of(authentication), List.of());
    }

    /** Every connection begins with a PROXY header that says where the client is. */
    static House behindProxy() throws IOException {
        AddressBlock here = new AddressBlock(InetAddress.getLoopbackAddress(), 32);
        return new House(
                Files.createTempDirectory("fumibako-smtp"), SmtpLimits.DEFAULT, Optional.empty(), List.of(here));
    }

    int port(SmtpService service) {
        return servers.get(service).port();
    }

    SmtpServer server(SmtpService service) {
        return servers.get(service);
    }

    MessageStore store() {
        return store;
    }

    /** What is queued for other servers. */
    OutboundQueue queue() {
        return store.queue();
    }

    /** Every message in the account's INBOX, one char an octet. */
    List<String> inbox(Account account) {
        try {
            List<String> messages = new ArrayList<>();
            MailboxSnapshot snapshot = inboxSnapshot(account);
            for (int i = 0; i < snapshot.size(); i++) {
                try (Content content = store.content(account.id(), snapshot.contentId(i))) {
                    messages.add(new String(content.bytes(), StandardCharsets.ISO_8859_1));
                }
            }
            return messages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every message in a mailbox of the account, one char an octet. */
    List<String> messages(Account account, SpecialUse use) {
        try {
            List<String> messages = new ArrayList<>();
            MailboxSnapshot snapshot = store.snapshot(
                    account.id(), store.mailbox(account.id(), use).id());
            for (int i = 0; i < snapshot.size(); i++) {
                try (Content content = store.content(account.id(), snapshot.contentId(i))) {
                    messages.add(new String(content.bytes(), StandardCharsets.ISO_8859_1));
                }
            }
            return messages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    MailboxSnapshot inboxSnapshot(Account account) {
        try {
            store.createAccount(account.id());
            Mailbox inbox = store.mailbox(account.id(), "INBOX").orElseThrow();
            return store.snapshot(account.id(), inbox.id());
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Messages in all INBOXes of the house. */
    int messages() {
        return inboxSnapshot(taro).size()
                + inboxSnapshot(hanako).size()
                + inboxSnapshot(small).size()
                + inboxSnapshot(tiny).size();
    }

    /** The refusals noted in the journal, as {@code recipient reply}. */
    List<String> refusals() {
        return journal.stream()
                .map(JournalEvent.Entry::event)
                .filter(JournalEvent.Refused.class::isInstance)
                .map(JournalEvent.Refused.class::cast)
                .map(refused -> refused.recipient() + " " + refused.reply())
                .toList();
    }

    /** What was noted in the journal, of one kind. */
    <E extends JournalEvent> List<E> events(Class<E> kind) {
        return journal.stream()
                .map(JournalEvent.Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** How many messages a mailbox has. */
    int count(Account account, SpecialUse use) {
        try {
            return store.snapshot(account.id(), store.mailbox(account.id(), use).id())
                    .size();
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Puts a message of exactly this size into the account's INBOX. */
    void put(Account account, int size) throws IOException {
        store.createAccount(account.id());
        Mailbox inbox = store.mailbox(account.id(), "INBOX").orElseThrow();
        byte[] message = ("Subject: filler\r\n\r\n" + "x".repeat(size))
                .substring(0, size)
                .getBytes(StandardCharsets.US_ASCII);
        Content content = Content.of(message);
        Append.Filing filing = new Append.Filing(
                account.id(),
                inbox.id(),
                Flags.NONE,
                Clock.systemUTC().instant(),
                account.quota().size(),
                Optional.empty());
        Append append = new Append(
                content, MessageSummary.of(content), List.of(filing), Optional.empty(), Origin.system("test"));
        if (!(store.append(List.of(append), true).getFirst().getFirst() instanceof Append.Outcome.Filed)) {
            throw new IllegalStateException("does not fit");
        }
    }

    /** A virus scanner that says what {@link #scan} says. */
    private final Scanner scanner = new Scanner() {
        @Override
        public String name() {
            return "clamd";
        }

        @Override
        public boolean judgesSpam() {
            return false;
        }

        @Override
        public List<Reason> scan(Suspect suspect) throws IOException {
            return scan.of(suspect);
        }
    };

    /** What the scanner says of a message; nothing at first. */
    interface Scanning {
        List<Reason> of(Suspect suspect) throws IOException;
    }

    private void fill(Account account) throws IOException {
        put(account, (int) account.quota().size().bytes());
    }

    void scanning(Scanning other) {
        scan = other;
    }

    private void start(
            SmtpLimits limits, Clock clock, Optional<Authentication> authentication, List<AddressBlock> proxies)
            throws IOException {
        Submission submission = new Submission(
                directory,
                new FakeSending(),
                new CountryPolicy(countries, CountrySettings.DEFAULT, countries::rule, clock),
                new MissingFields(HOST, clock, ZoneOffset.UTC, new SecureRandom()));
        SpamStep spam = new SpamStep(
                new SpamFilter(Signals.ofMessage(), () -> Weights.NONE, FilterLimits.DEFAULT),
                domain -> filters.getOrDefault(domain, FilterPolicy.DEFAULT),
                _ -> Person.STRANGER,
                directory,
                journal::add);
        Scanners scanners = new Scanners(List.of(scanner), Duration.ofSeconds(20), clock);
        Inbound inbound = new Inbound(HOST, store, clock, journal::add)
                .filtering(spam.asking(scanners))
                .keepingSent(keepSent::contains);
        SmtpDependencies dependencies = new SmtpDependencies(
                new Router(directory),
                new QuotaRule(store, limits.message()),
                authentication.map(inbound::authenticating).orElse(inbound),
                submission,
                new FakeAuthenticator(directory),
                door(),
                journal::add);
        TlsContexts tls = new TlsContexts(TestCertificates.SOURCE);
        for (SmtpService service : SmtpService.values()) {
            ListenerConfig clear = ListenerConfig.of(
                            service.name(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .withProxies(proxies);
            ListenerConfig listener =
                    service == SmtpService.SUBMISSIONS ? clear.withImplicitTls(tls) : clear.withStartTls(tls);
            SmtpServer server = new SmtpServer(
                    new SmtpConfig(service, HOST, listener, EmailAddress.of("postmaster@example.test"), folder, limits),
                    dependencies);
            server.start();
            servers.put(service, server);
        }
    }

    private Doorkeeper door() {
        return new Doorkeeper(new Doorkeeper.Parts(
                domain -> filters.getOrDefault(domain, FilterPolicy.DEFAULT),
                name -> filters.getOrDefault(
                        new DomainId(name.ascii().equals("example.test") ? 1 : 2), FilterPolicy.DEFAULT),
                greylist,
                (account, address) -> account.equals(hanako.id()) && written.contains(address.key()),
                pauses::add,
                () -> Instant.now().plus(later)));
    }

    /** Lets the doorkeeper's clock run ahead. */
    void pass(Duration time) {
        later = later.plus(time);
    }

    @Override
    public void close() throws IOException {
        servers.values().forEach(server -> server.close(Duration.ofSeconds(2)));
        store.close();
        rows.close();
        database.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
