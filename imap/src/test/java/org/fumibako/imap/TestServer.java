// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

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
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.model.AccountId;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.model.Quota;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.ListenerConfig;
import org.fumibako.net.TlsContexts;
import org.fumibako.search.SearchIndex;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;
import org.fumibako.store.Volume;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.TranscriptServer;

/** An IMAP server over a real volume (SQLite, in a directory that goes with it), with {@link FewAccounts}. */
final class TestServer implements TranscriptServer {
    /** Largest message that APPEND takes here. */
    static final ByteSize APPEND_LIMIT = new ByteSize(1 << 20);

    private final Path directory;
    private final Database database;
    private final Journal journal;
    private final Volume store;
    private final SearchIndex search;
    private final FewAccounts registry;
    private final ImapServer server;

    private TestServer(Quota quota, UnaryOperator<MessageStore> around) throws IOException {
        directory = Files.createTempDirectory("imap-test");
        database = SqliteDatabase.open(directory.resolve("volume.db"), Volume.MIGRATIONS);
        journal = new Journal(database, Clock.systemUTC());
        store = Volume.open(new Volume.Parts(database, directory.resolve("packs"), journal, Clock.systemUTC()));
        search =
                new SearchIndex(new SearchIndex.Parts(store.arrivals(), directory.resolve("search"), System::nanoTime));
        search.start();
        registry = new FewAccounts(quota);
        registry.accounts().forEach(account -> store.createAccount(account.id()));
        TlsContexts certificates = new TlsContexts(new DemoAuthority(
                directory.resolve("tls"), List.of(DomainName.of("localhost")), Clock.systemUTC(), new SecureRandom()));
        ListenerConfig listener = ListenerConfig.of("imap", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withStartTls(certificates);
        server = new ImapServer(
                new ImapConfig(listener, APPEND_LIMIT, directory),
                new ImapServer.Mail(around.apply(store), search),
                registry,
                registry,
                Clock.systemUTC());
    }

    static TestServer start() throws IOException {
        return start(Quota.DEFAULT, store -> store);
    }

    /** @param around what the server gets in place of the volume, such as a wrapper that counts */
    static TestServer start(Quota quota, UnaryOperator<MessageStore> around) throws IOException {
        TestServer started = new TestServer(quota, around);
        try {
            started.server.start();
        } catch (ListenException e) {
            throw new IOException(e);
        }
        return started;
    }

    MessageStore store() {
        return store;
    }

    SearchIndex search() {
        return search;
    }

    AccountId account() {
        return registry.account().id();
    }

    Mailbox mailbox(String name) {
        return store.mailbox(account(), name).orElseThrow();
    }

    /** A client that has signed in. */
    ImapClient client() throws IOException {
        ImapClient client = ImapClient.connect(port());
        if (!client.login(FewAccounts.ADDRESS.toString(), FewAccounts.PASSWORD).ok()) {
            throw new IOException("cannot sign in");
        }
        return client;
    }

    /** Appends messages with these texts to the mailbox, through a client of its own. */
    void fill(String mailbox, List<String> messages) throws IOException {
        try (ImapClient client = client()) {
            for (String message : messages) {
                if (!client.append(mailbox, "", message.getBytes(StandardCharsets.ISO_8859_1))
                        .ok()) {
                    throw new IOException("cannot append");
                }
            }
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close(Duration.ofSeconds(2));
        search.close();
        store.close();
        journal.close();
        database.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(TestServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
