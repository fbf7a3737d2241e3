// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.acme.CertificateFiles;
import org.fumibako.acme.HttpProofs;
import org.fumibako.app.backup.Backup;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.DnsSettings;
import org.fumibako.app.metrics.MailTally;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.DatabaseInUseException;
import org.fumibako.db.PostgresConfig;
import org.fumibako.db.PostgresDatabase;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.delivery.CountryTable;
import org.fumibako.dns.Resolver;
import org.fumibako.dns.resolver.CachingResolver;
import org.fumibako.dns.resolver.ResolvConf;
import org.fumibako.dns.resolver.ResolverConfig;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.journal.Journal;
import org.fumibako.model.DomainName;
import org.fumibako.net.CertificateSource;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.PemFiles;
import org.fumibako.net.TlsCertificate;
import org.fumibako.net.TlsContexts;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.store.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lowest floors: the data directory, the two databases, the journal, certificates. */
final class Ground implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

    /** Connections to PostgreSQL for writing; the committer needs one, the registry few. */
    private static final int POSTGRES_CONNECTIONS = 4;

    private final DataDirectory directory;
    private final Database registryDatabase;
    private final Database volumeDatabase;
    private final Journal journal;
    private final HttpProofs proofs = new HttpProofs();
    private final CertificateSource source;
    private final TlsContexts tls;
    private final ZoneFiles zones;
    private final Resolver resolver;
    private final Resolver fresh;
    private final CountryTable countries;
    private final Metrics metrics = new Metrics();

    private Ground(DataDirectory directory, Configuration configuration, Clock clock) throws IOException {
        this.directory = directory;
        this.source = certificates(configuration, directory, clock);
        this.tls = new TlsContexts(source);
        this.zones = ZoneFiles.open(configuration.dns().zones());
        this.resolver = resolver(configuration.dns());
        this.fresh = (name, type, budget) -> resolver(configuration.dns()).resolve(name, type, budget);
        this.countries = countries(configuration.abroad().files());
        Files.createDirectories(directory.volume());
        this.registryDatabase = configuration
                .database()
                .<Database>map(server -> postgres(server, "registry", Schemas.REGISTRY))
                .orElseGet(() -> SqliteDatabase.open(directory.registry(), Schemas.REGISTRY));
        this.volumeDatabase = configuration
                .database()
                .<Database>map(server -> postgres(server, "volume", Volume.MIGRATIONS))
                .orElseGet(() -> SqliteDatabase.open(directory.index(), Volume.MIGRATIONS));
        this.journal = new Journal(volumeDatabase, clock, new MailTally(metrics));
    }

    /** @throws StartException when something the operator can mend is in the way */
    static Ground open(Configuration configuration, Clock clock) {
        DataDirectory directory = DataDirectory.open(configuration.data());
        try {
            if (configuration.database().isEmpty()) {
                directory.requireIndex();
            }
            return new Ground(directory, configuration, clock);
        } catch (DatabaseInUseException busy) {
            directory.close();
            throw new StartException("The database of " + directory.root() + " is in use by another process.", busy);
        } catch (DatabaseException | IOException broken) {
            directory.close();
            throw new StartException(broken.getMessage() + ".", broken);
        } catch (RuntimeException | Error unexpected) {
            directory.close();
            throw unexpected;
        }
    }

    DataDirectory directory() {
        return directory;
    }

    Database registryDatabase() {
        return registryDatabase;
    }

    Database volumeDatabase() {
        return volumeDatabase;
    }

    Journal journal() {
        return journal;
    }

    /** What is counted and measured. */
    Metrics metrics() {
        return metrics;
    }

    TlsContexts tls() {
        return tls;
    }

    /** The certificates that were issued; empty where none are. */
    Optional<CertificateFiles> issued() {
        return source instanceof CertificateFiles files ? Optional.of(files) : Optional.empty();
    }

    /** What an authority that issues certificates is answered over HTTP. */
    HttpProofs proofs() {
        return proofs;
    }

    /** Copies what is on these floors; empty where the databases are not files of this server's own. */
    Optional<Backup> backup(Configuration configuration, Volume volume, Clock clock) {
        if (!(registryDatabase instanceof SqliteDatabase registry)) {
            return Optional.empty();
        }
        List<Path> outside = configuration.tls().stream()
                .flatMap(files -> Stream.of(files.chain(), files.key()))
                .map(file -> file.toAbsolutePath().normalize())
                .filter(file -> !file.startsWith(directory.root()))
                .toList();
        return Optional.of(new Backup(new Backup.Source(
                directory, registry, volume, configuration.host().ascii(), outside, clock)));
    }

    ZoneFiles zones() {
        return zones;
    }

    /** What everything asks that wants to know something of DNS. */
    Resolver resolver() {
        return resolver;
    }

    /** Remembers nothing, for whoever has to see what was mended a moment ago. */
    Resolver fresh() {
        return fresh;
    }

    private static Resolver resolver(DnsSettings dns) {
        List<Upstream> upstreams = dns.upstreams().isEmpty() ? ResolvConf.read(ResolvConf.SYSTEM) : dns.upstreams();
        return new CachingResolver(
                new ResolverConfig(upstreams, dns.forwards(), ResolverConfig.DEFAULT_PATIENCE),
                new SecureRandom(),
                System::nanoTime);
    }

    CountryTable countries() {
        return countries;
    }

    /** What the configuration names, else what came with the build. */
    private static CountryTable countries(List<Path> configured) throws IOException {
        List<Path> files = configured.isEmpty()
                ? Stream.ofNullable(System.getProperty("fumibako.countries"))
                        .map(Path::of)
                        .filter(Files::isReadable)
                        .toList()
                : configured;
        CountryTable table = new CountryTable(files);
        table.problems().forEach(LOG::warn);
        if (table.isEmpty()) {
            LOG.warn("there is no country data: every country is unknown, and who may send from there is configured");
        }
        return table;
    }

    @Override
    public void close() {
        journal.close();
        volumeDatabase.close();
        registryDatabase.close();
        directory.close();
    }

    private static PostgresDatabase postgres(Configuration.PostgreSql server, String schema, String migrations) {
        PostgresConfig config =
                new PostgresConfig(server.url(), server.user(), server.password(), schema, POSTGRES_CONNECTIONS);
        return PostgresDatabase.open(config, migrations);
    }

    private static CertificateSource certificates(Configuration configuration, DataDirectory directory, Clock clock) {
        if (configuration.tls().isEmpty()) {
            List<DomainName> names = new ArrayList<>(List.of(configuration.host()));
            names.addAll(configuration.certifiedNames());
            CertificateSource own = new DemoAuthority(directory.tls(), names, clock, new SecureRandom());
            return configuration.acme().isEmpty()
                    ? own
                    : new CertificateFiles(directory.acme(), configuration.host(), own, clock);
        }
        return () -> {
            List<TlsCertificate> certificates = new ArrayList<>();
            for (Configuration.Certificate files : configuration.tls()) {
                certificates.add(PemFiles.read(files.chain(), files.key()));
            }
            return certificates;
        };
    }
}
