// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.db.Database;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.ListenerConfig;
import org.fumibako.net.TlsContexts;
import org.fumibako.registry.Plan;
import org.fumibako.registry.Registry;
import org.fumibako.testkit.TranscriptServer;

/** A ManageSieve server over a real registry, with two accounts. */
final class House implements TranscriptServer {
    static final EmailAddress TARO = EmailAddress.of("taro@example.test");
    static final String PASSWORD = "hako no naka";

    private static final Origin ORIGIN = Origin.system("test");

    private final Path directory = Files.createTempDirectory("managesieve-test");
    private final Database registryDatabase;
    private final Database journalDatabase;
    private final Journal journal;
    final Registry registry;
    private final ManageSieveServer server;

    House() throws IOException {
        registryDatabase = SqliteDatabase.open(directory.resolve("registry.db"), "db/registry");
        journalDatabase = SqliteDatabase.open(directory.resolve("journal.db"), "db/volume");
        journal = new Journal(journalDatabase, Clock.systemUTC());
        registry = new Registry(registryDatabase, journal, Clock.systemUTC(), new SecureRandom());
        registry.customers().add("demo", "demo", Plan.STANDARD, ORIGIN);
        registry.domains().add(TARO.domain(), "demo", ORIGIN);
        registry.accounts().add(TARO, Quota.DEFAULT, PASSWORD, ORIGIN);
        EmailAddress hanako = EmailAddress.of("hanako@example.test");
        registry.accounts().add(hanako, Quota.DEFAULT, PASSWORD, ORIGIN);
        registry.scripts().put(hanako, "hers", "keep;", ORIGIN);
        TlsContexts certificates = new TlsContexts(new DemoAuthority(
                directory.resolve("tls"), List.of(DomainName.of("localhost")), Clock.systemUTC(), new SecureRandom()));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = new ManageSieveServer(
                new ManageSieveConfig(ListenerConfig.of("sieve", anyPort).withStartTls(certificates)),
                registry.scripts(),
                registry.authenticator());
        try {
            server.start();
        } catch (ListenException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        registry.close();
        journal.close();
        journalDatabase.close();
        registryDatabase.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(House::delete);
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
