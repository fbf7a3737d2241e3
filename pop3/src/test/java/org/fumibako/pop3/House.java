// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalQuery;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.net.AddressBlock;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.ListenerConfig;
import org.fumibako.net.TlsContexts;
import org.fumibako.pop3.command.MaildropLocks;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.Volume;
import org.fumibako.testkit.LineSocket;
import org.fumibako.testkit.TranscriptServer;

/** A POP3 server over a real registry and volume (SQLite), with one account and three messages. */
final class House implements TranscriptServer {
    static final EmailAddress TARO = EmailAddress.of("taro@example.test");
    static final String PASSWORD = "hako no naka";

    private static final Origin ORIGIN = Origin.system("test");
    private static final List<String> MESSAGES = List.of(
            "Subject: first\r\n\r\nHello\r\n.dot\r\n..two\r\n",
            "Subject: second\r\n\r\none\r\ntwo\r\nthree",
            "Subject: third\n\nbare\nline ends\n");

    private final Path directory;
    private final boolean ours;
    private final Database registryDatabase;
    private final Database volumeDatabase;
    private final Journal journal;
    private final Volume store;
    private final Registry registry;
    private final Account account;
    private final Pop3Server clear;
    private final Pop3Server tls;

    private House(Path directory, boolean ours, Manners manners) throws IOException {
        this.directory = directory;
        this.ours = ours;
        registryDatabase = SqliteDatabase.open(directory.resolve("registry.db"), "db/registry");
        volumeDatabase = SqliteDatabase.open(directory.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(volumeDatabase, Clock.systemUTC());
        store = Volume.open(new Volume.Parts(volumeDatabase, directory.resolve("packs"), journal, Clock.systemUTC()));
        registry = new Registry(registryDatabase, journal, Clock.systemUTC(), new SecureRandom());
        account = registry.accounts().find(TARO).orElseGet(this::furnish);
        TlsContexts certificates = new TlsContexts(new DemoAuthority(
                directory.resolve("tls"), List.of(DomainName.of("localhost")), Clock.systemUTC(), new SecureRandom()));
        MaildropLocks locks = MaildropLocks.inProcess();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ListenerConfig listener = ListenerConfig.of("pop3", anyPort).withProxies(manners.proxies());
        clear = server(new Pop3Config(listener.withStartTls(certificates), manners.autologout()), locks);
        tls = server(new Pop3Config(listener.withImplicitTls(certificates), manners.autologout()), locks);
    }

    /**
     * What differs from house to house.
     *
     * @param proxies who must announce the client's address before the dialogue begins
     */
    record Manners(List<AddressBlock> proxies, Duration autologout) {
        static final Manners USUAL = new Manners(List.of(), Pop3Limits.AUTOLOGOUT);

        static Manners behindProxy() {
            return new Manners(List.of(new AddressBlock(InetAddress.getLoopbackAddress(), 32)), USUAL.autologout());
        }
    }

    static House open() throws IOException {
        return open(Manners.USUAL);
    }

    static House open(Manners manners) throws IOException {
        return new House(Files.createTempDirectory("pop3-test"), true, manners).opened();
    }

    /** In a directory that stays, with what an earlier house left there. */
    static House in(Path directory) throws IOException {
        return new House(directory, false, Manners.USUAL).opened();
    }

    private House opened() throws IOException {
        try {
            clear.start();
            tls.start();
        } catch (ListenException e) {
            throw new IOException(e);
        }
        return this;
    }

    private Account furnish() {
        registry.customers().add("demo", "demo", Plan.STANDARD, ORIGIN);
        registry.domains().add(TARO.domain(), "demo", ORIGIN);
        Account added = registry.accounts().add(TARO, Quota.DEFAULT, PASSWORD, ORIGIN);
        store.createAccount(added.id());
        for (String message : MESSAGES) {
            deliver(added, message);
        }
        return added;
    }

    void deliver(String message) {
        deliver(account, message);
    }

    private void deliver(Account account, String message) {
        Content content = Content.of(message.getBytes(StandardCharsets.ISO_8859_1));
        Append.Filing filing = new Append.Filing(
                account.id(),
                store.mailbox(account.id(), SpecialUse.INBOX).id(),
                Flags.NONE,
                Instant.now(),
                account.quota().size(),
                Optional.of(TARO));
        try {
            MessageSummary summary = MessageSummary.of(content);
            store.append(List.of(new Append(content, summary, List.of(filing), Optional.empty(), ORIGIN)), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As another session does it, by IMAP say. */
    void remove(long uid) throws Exception {
        store.expunge(account.id(), inbox().mailbox(), UidSet.of(uid), false, ORIGIN);
    }

    void suspend() {
        registry.accounts().suspend(TARO, true, ORIGIN);
    }

    AppPassword.Issued issue(String name, AppScope scope) {
        return registry.appPasswords().add(TARO, name, scope, ORIGIN);
    }

    void revoke(AppPassword password) {
        registry.appPasswords().revoke(TARO, password.id(), ORIGIN);
    }

    /** What the journal says of the account, oldest first. */
    List<JournalRow> journal() {
        journal.flush();
        return journal.read(new JournalQuery(
                Optional.of(new JournalQuery.About.OfAccount(account.id())), Instant.EPOCH, false, 100));
    }

    /** The lock on the maildrop is free again only after the session has put everything away. */
    void awaitNobody() {
        long deadline = System.nanoTime() + LineSocket.DEADLINE.toNanos();
        while (clear.connections() > 0) {
            assertThat(System.nanoTime()).as("the session ends").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    Path packs() {
        return directory.resolve("packs");
    }

    /** The disk fails: from now on nothing can be written to the volume. */
    void breakVolume() {
        volumeDatabase.close();
    }

    MailboxSnapshot inbox() throws Exception {
        return store.snapshot(
                account.id(), store.mailbox(account.id(), SpecialUse.INBOX).id());
    }

    Pop3Server server() {
        return clear;
    }

    @Override
    public int port() {
        return clear.port();
    }

    @Override
    public int tlsPort() {
        return tls.port();
    }

    @Override
    public void close() throws IOException {
        clear.close(Duration.ofSeconds(2));
        tls.close(Duration.ofSeconds(2));
        registry.close();
        store.close();
        journal.close();
        volumeDatabase.close();
        registryDatabase.close();
        if (ours) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(House::delete);
            }
        }
    }

    private Pop3Server server(Pop3Config config, MaildropLocks locks) {
        return new Pop3Server(config, store, registry.authenticator(), locks);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
