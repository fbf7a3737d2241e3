// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.mtasts.MtaStsPolicy;
import org.fumibako.mailauth.mtasts.PolicyFetcher;
import org.fumibako.model.DomainName;
import org.fumibako.net.DialTimeouts;
import org.fumibako.net.Dialer;
import org.fumibako.net.OutgoingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches MTA-STS policies (RFC 8461 §3.3) with one plain GET. It looks the host up itself, so that the address it judges is the
 * one it connects to, and no name in DNS leads it into our own networks. Safe for any number of threads.
 */
public final class HttpsPolicyFetcher implements PolicyFetcher, AutoCloseable {
    /** The port of HTTPS. */
    public static final int HTTPS = 443;

    /** For everything; RFC 8461 §3.3 suggests a minute. */
    private static final Duration TIME = Duration.ofMinutes(1);

    /** Octets in a line of the answer's header, and lines: such a file comes with a dozen short ones. */
    static final int MAX_LINE = 8_192;

    static final int MAX_LINES = 100;

    /** Addresses of each family that are tried. */
    private static final int ADDRESSES = 2;

    private static final Logger LOG = LoggerFactory.getLogger(HttpsPolicyFetcher.class);

    private final Resolver resolver;
    private final AddressPolicy addresses;
    private final SSLContext webPki;
    private final int port;
    private final Dialer dialer =
            new Dialer(new DialTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10)));

    /** @param port {@link #HTTPS}, but for tests */
    public HttpsPolicyFetcher(Resolver resolver, AddressPolicy addresses, SSLContext webPki, int port) {
        this.resolver = resolver;
        this.addresses = addresses;
        this.webPki = webPki;
        this.port = port;
    }

    @Override
    public Optional<String> fetch(DomainName domain) {
        long end = System.nanoTime() + TIME.toNanos();
        Optional<DnsName> host = DnsName.parse("mta-sts." + domain.ascii());
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Budget budget = Budget.of(2, TIME, System::nanoTime);
        List<InetAddress> found = Addresses.of(resolver.addresses(host.get(), budget), ADDRESSES);
        for (InetAddress address : found) {
            if (addresses.permits(address)) {
                try {
                    return get(host.get().text(), address, end);
                } catch (IOException e) {
                    LOG.debug(
                            "mta-sts domain={} address={} failed: {}", domain, address.getHostAddress(), e.toString());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        dialer.close();
    }

    private Optional<String> get(String host, InetAddress address, long end) throws IOException {
        try (OutgoingConnection connection = dialer.connect(new InetSocketAddress(address, port))) {
            connection.startTls(webPki, host, true);
            // HTTP/1.0: the end of the connection is the end of the file, and there are no chunks to put together.
            connection
                    .out()
                    .ascii("GET /.well-known/mta-sts.txt HTTP/1.0\r\nHost: " + host)
                    .ascii("\r\nUser-Agent: fumibako\r\n\r\n")
                    .flush();
            return isPlainText(connection, end) ? body(connection, end) : Optional.empty();
        }
    }

    /** Status 200, and a type that strangers' uploads seldom have (RFC 8461 §3.3). */
    private static boolean isPlainText(OutgoingConnection connection, long end) throws IOException {
        if (!line(connection, end).matches("HTTP/1\\.[01] 200( .*)?")) {
            return false;
        }
        boolean plain = false;
        for (int lines = 0; lines < MAX_LINES; lines++) {
            String field = line(connection, end).toLowerCase(Locale.ROOT);
            if (field.isEmpty()) {
                return plain;
            }
            plain |= field.matches("content-type:\\s*text/plain\\s*(;.*)?");
        }
        return false;
    }

    private static String line(OutgoingConnection connection, long end) throws IOException {
        connection.readTimeout(left(end));
        byte[] line = connection.in().readLine(MAX_LINE);
        if (line == null) {
            throw new EOFException("closed within the header");
        }
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> body(OutgoingConnection connection, long end) throws IOException {
        byte[] file = new byte[MtaStsPolicy.MAX_LENGTH + 1];
        int size = 0;
        while (size < file.length) {
            connection.readTimeout(left(end));
            int count = connection.in().read(file, size, file.length - size);
            if (count < 0) {
                return Optional.of(new String(file, 0, size, StandardCharsets.UTF_8));
            }
            size += count;
        }
        return Optional.empty();
    }

    private static Duration left(long end) throws SocketTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("not within " + TIME);
        }
        return Duration.ofNanos(nanos);
    }
}
