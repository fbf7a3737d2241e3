// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.acme.AcmeSettings;
import org.fumibako.delivery.Authentication;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;

/**
 * What a server is told before it starts.
 *
 * @param host the server's own name, the one clients are told to connect to
 * @param data the data directory
 * @param listen where each service listens; a service that is missing does not run
 * @param tls certificates; empty means that the server makes its own CA and certificate
 * @param database PostgreSQL for registry and index; empty means SQLite in the data directory
 * @param maxMessage the largest message taken in
 * @param proxies who may speak for others with a PROXY header
 * @param dns whom the resolver asks and what the name server serves
 * @param certifiedNames names beside the host in the certificate that the server makes for itself
 * @param outbound how mail leaves
 * @param dmarc what the policy of a stranger's domain means to us
 * @param abroad from which countries accounts may send
 * @param filter who else is asked about strangers' mail
 * @param http how browsers are answered
 * @param acme who issues certificates; without, they are files or the server's own
 */
public record Configuration(
        DomainName host,
        Path data,
        Map<Service, InetSocketAddress> listen,
        List<Certificate> tls,
        Optional<PostgreSql> database,
        ByteSize maxMessage,
        List<AddressBlock> proxies,
        DnsSettings dns,
        List<DomainName> certifiedNames,
        Outbound outbound,
        Authentication.Mode dmarc,
        Abroad abroad,
        HttpSettings http,
        FilterSettings filter,
        Optional<AcmeSettings> acme) {
    /** The largest message where nobody says otherwise (requirement A14). */
    public static final ByteSize DEFAULT_MAX_MESSAGE = ByteSize.ofMegabytes(100);

    public Configuration {
        listen = Map.copyOf(listen);
        tls = List.copyOf(tls);
        proxies = List.copyOf(proxies);
        certifiedNames = List.copyOf(certifiedNames);
    }

    /** A certificate chain and its key, PEM files. */
    public record Certificate(Path chain, Path key) {}

    /** @param files country data in the MaxMind DB format; without any, no address's country is known */
    public record Abroad(CountrySettings settings, List<Path> files) {
        public static final Abroad DEFAULT = new Abroad(CountrySettings.DEFAULT, List.of());

        public Abroad {
            files = List.copyOf(files);
        }
    }

    /** A PostgreSQL database. {@code url} is a JDBC URL without password. */
    public record PostgreSql(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /** What can listen, with the port the standards give it. */
    public enum Service {
        SMTP(25),
        SUBMISSION(587),
        SUBMISSIONS(465),
        LMTP(24),
        IMAP(143),
        IMAPS(993),
        POP3(110),
        POP3S(995),
        /** ManageSieve. */
        SIEVE(4190),
        DNS(53),
        HTTP(80),
        HTTPS(443),
        /** For Prometheus; the port is the one that exporters have by custom. */
        METRICS(9464);

        private final int port;

        Service(int port) {
            this.port = port;
        }

        public int port() {
            return port;
        }

        /** The key in {@code [listen]} and in {@code demo.json}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
