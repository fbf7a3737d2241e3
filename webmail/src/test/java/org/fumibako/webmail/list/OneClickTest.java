// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fumibako.mime.Headers;
import org.fumibako.model.DomainName;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsContexts;
import org.fumibako.webmail.url.ScriptedServer;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OneClickTest {
    private static final DomainName HOST = DomainName.of("mx.example.test");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final String VERDICT = "Authentication-Results: mx.example.test; dkim=pass header.d=l.example\n";
    private static final String SIGNATURE = """
            DKIM-Signature: v=1; d=l.example; s=x; h=From:Subject:
             List-Unsubscribe : List-Unsubscribe-Post; bh=aa; b=bb
            """;
    private static final String OFFER = """
            List-Unsubscribe: <mailto:x@l.example>, <https://l.example/u?1>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            """;

    @TempDir
    private Path directory;

    private TlsContexts server;
    private OneClick lists;

    @BeforeEach
    void aListWhoseCertificateIsTrusted() throws Exception {
        var authority = new DemoAuthority(
                directory, List.of(DomainName.of("l.example")), Clock.systemUTC(), new SecureRandom());
        server = new TlsContexts(authority);
        X509Certificate root = authority.load().getFirst().chain().getLast();
        lists = new OneClick(
                HOST,
                new UrlClient(
                        (_, _) -> List.of(HERE),
                        HERE::equals,
                        trusting(root),
                        new UrlLimits(1_000, Duration.ofSeconds(20), 3, 2, Set.of())));
    }

    private static SSLContext trusting(X509Certificate root) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        roots.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Headers letter(String fields) {
        return Headers.of(
                (fields + "From: news@l.example\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private boolean leaves(String answer) throws Exception {
        try (ScriptedServer list =
                new ScriptedServer(server.context().getServerSocketFactory().createServerSocket(0, 10, HERE), answer)) {
            boolean left = lists.leave("https://l.example:" + list.port() + "/u?1");
            assertThat(list.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /u?1 HTTP/1.1\n")
                    .contains("Content-Type: application/x-www-form-urlencoded\n")
                    .endsWith("\nList-Unsubscribe=One-Click")
                    .doesNotContain("Cookie");
            return left;
        }
    }

    @Test
    void aSignedOfferIsTaken() {
        assertThat(lists.address(letter(VERDICT + SIGNATURE + OFFER))).contains("https://l.example/u?1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What the sender says of itself under another name.
                "Authentication-Results: mx.stranger.test; dkim=pass header.d=l.example\n" + SIGNATURE + OFFER,
                "Authentication-Results: mx.example.test; dkim=fail header.d=l.example\n" + SIGNATURE + OFFER,
                "Authentication-Results: mx.example.test; dkim=fail (dkim=pass) header.d=l.example\n" + SIGNATURE
                        + OFFER,
                // A good signature of somebody else, beside one that covers the offer.
                "Authentication-Results: mx.example.test; dkim=pass header.d=esp.example\n" + SIGNATURE + OFFER,
                // A good signature under which the offer could be put afterwards.
                VERDICT + "DKIM-Signature: v=1; d=l.example; s=x; h=From:List-Unsubscribe; bh=aa; b=bb\n" + OFFER,
                VERDICT + OFFER,
                SIGNATURE + OFFER,
                VERDICT + SIGNATURE + "List-Unsubscribe: <https://l.example/u?1>\n",
                VERDICT + SIGNATURE + "List-Unsubscribe: <mailto:x@l.example>, <http://l.example/u>\n"
                        + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n",
            })
    void anyOtherIsNot(String fields) {
        assertThat(lists.address(letter(fields))).isEmpty();
    }

    @Test
    void theListIsAskedAndOnlyItsYesIsOne() throws Exception {
        assertThat(leaves("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")).isTrue();
        assertThat(leaves("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")).isTrue();
        assertThat(leaves("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(leaves("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")).isFalse();
    }
}
