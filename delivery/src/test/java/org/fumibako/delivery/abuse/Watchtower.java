// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.db.Database;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.delivery.dkim.DomainKeys;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.notice.NoticeBoard;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.ManualClock;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.Volume;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;

/** A house with two accounts, and the watch over them. Closed, it leaves nothing. */
final class Watchtower implements AutoCloseable {
    static final Origin DESK = Origin.system("desk");
    static final String HOME = "198.51.100.7";
    static final String ABROAD = "203.0.113.9";
    private static final String PASSWORD = "hako no naka";

    final ManualClock clock = new ManualClock();
    private final TestDatabase registryData;
    private final TestDatabase volumeData;
    private final Path directory;
    private Database registryDatabase;
    private Database volumeDatabase;
    Journal journal;
    Registry registry;
    Volume volume;
    TakeoverWatch watch;
    final Account taro;
    final Account hanako;

    Watchtower(Path directory) {
        this.directory = directory;
        this.registryData = TestDatabases.sqlite(directory, "db/registry");
        this.volumeData = TestDatabases.sqlite(directory, "db/volume");
        open();
        registry.customers().add("demo", "demo", Plan.STANDARD, DESK);
        registry.domains().add(DomainName.of("example.jp"), "demo", DESK);
        this.hanako = account("hanako@example.jp");
        this.taro = account("taro@example.jp");
    }

    private void open() {
        registryDatabase = registryData.open();
        volumeDatabase = volumeData.open();
        journal = new Journal(volumeDatabase, clock);
        registry = new Registry(registryDatabase, journal, clock, new SecureRandom());
        volume = Volume.open(new Volume.Parts(volumeDatabase, directory.resolve("packs"), journal, clock));
        Signing signing = new Signing(new DomainKeys(registry.dkim(), clock), clock);
        DomainName host = DomainName.of("mx.example.net");
        TakeoverNotice notice = new TakeoverNotice(
                new SystemLetter(host, ZoneOffset.UTC, new Random(1)),
                new NoticeBoard(host, volume, signing),
                registry,
                registry.customers()::contact);
        watch = new TakeoverWatch(new TakeoverWatch.Parts(
                registry,
                volume.queue(),
                journal,
                address -> Optional.of(address.getHostAddress().equals(ABROAD) ? "BR" : "JP"),
                notice,
                clock));
    }

    void reopen() {
        shut();
        open();
        watch.start();
    }

    private Account account(String address) {
        Account account = registry.accounts().add(EmailAddress.of(address), new Quota(100), PASSWORD, DESK);
        volume.createAccount(account.id());
        return account;
    }

    /** The owner signs in from a place. */
    void signIn(Account account, String peer) {
        registry.authenticator()
                .signIn(
                        account.address().toString(),
                        PASSWORD.getBytes(StandardCharsets.UTF_8),
                        "PLAIN",
                        origin(account, peer));
    }

    /** Days on which an account sends to so many, from home. */
    void habit(Account account, int days, int recipients) {
        signIn(account, HOME);
        for (int i = 0; i < days; i++) {
            registry.sending().count(account, recipients);
            clock.advance(Duration.ofDays(1));
        }
        clock.advance(Duration.ofDays(2));
        registry.sending().count(account, 1);
        clock.advance(Duration.ofHours(2));
    }

    /** One message to so many recipients elsewhere, as submission takes it. */
    void send(Account account, String peer, int recipients) {
        registry.sending().count(account, recipients);
        List<Addressee> addressees = new ArrayList<>();
        for (int i = 0; i < recipients; i++) {
            addressees.add(Addressee.of(EmailAddress.of("r" + i + "@d" + i % 10 + ".example.org")));
        }
        Content message = Content.of(("From: " + account.address() + "\r\nMessage-ID: <sent@example.jp>\r\n\r\nhi\r\n")
                .getBytes(StandardCharsets.UTF_8));
        Posting posting = new Posting(
                QueueEnvelope.of(Optional.of(account.address())),
                addressees,
                new Owner(Optional.of(account.id()), Optional.of(account.customer())),
                0,
                clock.instant().plus(Duration.ofDays(5)));
        try {
            volume.append(
                    List.of(new Append(
                            message,
                            MessageSummary.of(message),
                            List.of(),
                            Optional.of(account.address()),
                            origin(account, peer),
                            Optional.of(posting))),
                    true);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        watch.sent(account, recipients);
    }

    private static Origin origin(Account account, String peer) {
        return new Origin(
                Protocol.SUBMISSION,
                "s1",
                Optional.of(InetAddress.ofLiteral(peer)),
                "",
                Optional.of(account.address()));
    }

    List<JournalRow> rows(Account account) {
        journal.flush();
        return journal.read(JournalQuery.latest(account.id(), 1_000));
    }

    private void shut() {
        watch.close();
        volume.close();
        registry.close();
        journal.close();
        volumeDatabase.close();
        registryDatabase.close();
    }

    @Override
    public void close() {
        shut();
        registryData.close();
        volumeData.close();
    }
}
