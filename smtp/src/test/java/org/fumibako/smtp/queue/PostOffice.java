// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.dsn.Notices;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.ManualClock;
import org.fumibako.net.AddressBlock;
import org.fumibako.smtp.client.AddressPolicy;
import org.fumibako.smtp.client.ClientConfig;
import org.fumibako.smtp.client.ClientLimits;
import org.fumibako.smtp.client.ClientTimeouts;
import org.fumibako.smtp.client.NextHops;
import org.fumibako.smtp.client.SmtpClient;
import org.fumibako.smtp.client.TlsPolicies;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.Volume;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.LineSocket;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;

/** A volume with a queue, a runner with a real client, sinks on addresses of this machine, and a clock that stands still. */
final class PostOffice implements AutoCloseable {
    static final DomainName HOST = DomainName.of("sv001.near.test");
    static final EmailAddress TARO = EmailAddress.of("taro@near.test");

    /** Recipients of a message may wait a little longer than they have to; tests want to know when. */
    static final QueueConfig CONFIG =
            new QueueConfig(20, 10, 1_000, new RetrySchedule(RetrySchedule.DEFAULT.waits(), 0), Duration.ofHours(4));

    final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
    final FakeDns dns = new FakeDns();
    final OneHouse directory = new OneHouse(TARO);
    private final Path folder;
    private final Database database;
    private final Journal journal;
    private final Volume volume;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private int port;
    private int lastAddress;

    PostOffice() throws IOException {
        folder = Files.createTempDirectory("fumibako-queue");
        database = SqliteDatabase.open(folder.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(database, clock);
        volume = Volume.open(new Volume.Parts(database, folder.resolve("packs"), journal, clock));
        volume.createAccount(directory.account().id());
    }

    /** A sink that takes the mail of a domain; all listen on the same port. */
    SinkMx sink(String domain, SinkScript script) throws IOException {
        lastAddress++;
        String literal = "127.0.0." + lastAddress;
        SinkMx sink = SinkMx.start(script, InetAddress.ofLiteral(literal), port);
        port = sink.port();
        opened.add(sink);
        dns.add(domain, RecordText.parse(RecordType.MX, "10 mx." + domain));
        dns.add("mx." + domain, RecordText.parse(RecordType.A, literal));
        return sink;
    }

    /** A domain whose server does not run. */
    void dead(String domain) throws IOException {
        sink(domain, SinkScript.MODERN).close();
    }

    QueueRunner start(QueueConfig config) {
        QueueRunner runner = new QueueRunner(
                new QueueRunner.Parts(queue(), client(), NextHops.DIRECT, notices()), config, clock, new Random(1));
        opened.add(runner);
        runner.start();
        return runner;
    }

    private SmtpClient client() {
        try {
            ClientConfig config = new ClientConfig(
                    HOST,
                    Set.of(),
                    port,
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

    private Notices notices() {
        return new Notices(
                new Notices.Parts(
                        HOST,
                        ZoneOffset.UTC,
                        directory,
                        new Inboxes(volume),
                        Outgoing.LIFETIME,
                        entry -> journal.record(entry)),
                new Random(2));
    }

    OutboundQueue queue() {
        return volume.queue();
    }

    void post(String... recipients) {
        post(Optional.of(TARO), Owner.NOBODY, recipients);
    }

    void post(Optional<EmailAddress> sender, Owner owner, String... recipients) {
        post(
                QueueEnvelope.of(sender),
                owner,
                Arrays.stream(recipients)
                        .map(EmailAddress::of)
                        .map(Addressee::of)
                        .toList());
    }

    void post(QueueEnvelope envelope, Owner owner, List<Addressee> recipients) {
        Content content = Content.of("Subject: =?utf-8?q?hello?=\r\nMessage-ID: <1@near.test>\r\n\r\nHello.\r\n"
                .getBytes(StandardCharsets.UTF_8));
        try {
            Posting posting =
                    new Posting(envelope, recipients, owner, 0, clock.instant().plus(Outgoing.LIFETIME));
            Append append = new Append(
                    content,
                    MessageSummary.of(content),
                    List.of(),
                    envelope.sender(),
                    Origin.system("test"),
                    Optional.of(posting));
            volume.append(List.of(append), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QueueEnvelope envelope(org.fumibako.model.DsnReturn ret) {
        return new QueueEnvelope(Optional.of(TARO), BodyType.SEVEN_BIT, false, Optional.of(ret), Optional.of("ENV 1"));
    }

    static Owner lane(long account) {
        return new Owner(Optional.of(new AccountId(account)), Optional.empty());
    }

    /** Waits until nothing is left in the queue, and what was filed meanwhile is to be seen. */
    void awaitEmpty() {
        await(() -> queue().count(QueueFilter.ALL).isEmpty());
        awaitPublished();
    }

    /** Mailboxes show a change a moment after the index has it; a change behind it waits for that. */
    private void awaitPublished() {
        volume.subscribe(directory.account().id(), "INBOX", true);
    }

    /** Waits until every recipient that is left waits for its next attempt. */
    void awaitRest(QueueRunner runner) {
        await(() -> runner.active() == 0
                && queue().list(QueueFilter.ALL, 1_000).stream().noneMatch(row -> row.underway())
                && queue().nextDue()
                        .filter(due -> !due.isAfter(clock.instant()))
                        .isEmpty());
        awaitPublished();
    }

    void advance(QueueRunner runner, Duration by) {
        clock.advance(by);
        runner.wake();
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

    <E extends OutgoingEvent> List<E> events(Class<E> kind) {
        journal.flush();
        return journal.read(new JournalQuery(Optional.empty(), Instant.EPOCH, false, 10_000)).stream()
                .map(JournalRow::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The messages in the sender's INBOX. */
    List<String> inbox() {
        try {
            AccountId id = directory.account().id();
            Mailbox inbox = volume.mailbox(id, "INBOX").orElseThrow();
            MailboxSnapshot snapshot = volume.snapshot(id, inbox.id());
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < snapshot.size(); i++) {
                try (Content content = volume.content(id, snapshot.contentId(i))) {
                    messages.add(new String(content.bytes(), StandardCharsets.UTF_8));
                }
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MailboxException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable some : opened.reversed()) {
            some.close();
        }
        volume.close();
        journal.close();
        database.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
