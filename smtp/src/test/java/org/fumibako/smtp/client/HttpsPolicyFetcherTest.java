// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.fumibako.mailauth.mtasts.MtaStsPolicy;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import org.fumibako.testkit.FakeDns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpsPolicyFetcherTest {
    private static final AddressPolicy LOOPBACK =
            new AddressPolicy(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpsServer server =
            HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private volatile int status = 200;
    private volatile String type = "text/plain; charset=utf-8";
    private volatile String file = "version: STSv1\r\n";

    HttpsPolicyFetcherTest() throws IOException {
        server.setHttpsConfigurator(new HttpsConfigurator(Certificates.FAR.serverContext()));
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            byte[] octets = file.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Location", "https://elsewhere.test/");
            exchange.sendResponseHeaders(status, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theFileIsAskedForWhereTheStandardSays() throws Exception {
        assertThat(fetch(LOOPBACK, Certificates.FAR.trusting())).contains(file);
        assertThat(asked).containsExactly("mta-sts.far.test/.well-known/mta-sts.txt");
    }

    @Test
    void onlyStatus200AndPlainTextCount() throws Exception {
        SSLContext trust = Certificates.FAR.trusting();
        status = 301;
        assertThat(fetch(LOOPBACK, trust)).isEmpty();
        status = 404;
        assertThat(fetch(LOOPBACK, trust)).isEmpty();
        status = 200;
        type = "text/html";
        assertThat(fetch(LOOPBACK, trust)).isEmpty();
    }

    @Test
    void aFileIsBounded() throws Exception {
        SSLContext trust = Certificates.FAR.trusting();
        file = "x".repeat(MtaStsPolicy.MAX_LENGTH - 1);
        assertThat(fetch(LOOPBACK, trust)).contains(file);
        file = "x".repeat(MtaStsPolicy.MAX_LENGTH);
        assertThat(fetch(LOOPBACK, trust)).contains(file);
        file = "x".repeat(MtaStsPolicy.MAX_LENGTH + 1);
        assertThat(fetch(LOOPBACK, trust)).isEmpty();
    }

    @Test
    void aServerWithoutTheRightCertificateSaysNothing() throws Exception {
        assertThat(fetch(LOOPBACK, Certificates.STRANGE.trusting())).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void ourOwnNetworksAreNotAsked() throws Exception {
        assertThat(fetch(AddressPolicy.PUBLIC, Certificates.FAR.trusting())).isEmpty();
        assertThat(asked).isEmpty();
    }

    private Optional<String> fetch(AddressPolicy addresses, SSLContext trust) {
        FakeDns dns = FakeDns.of("mta-sts.far.test A 127.0.0.1");
        int port = server.getAddress().getPort();
        try (HttpsPolicyFetcher fetcher = new HttpsPolicyFetcher(dns, addresses, trust, port)) {
            return fetcher.fetch(DomainName.of("far.test"));
        }
    }
}
