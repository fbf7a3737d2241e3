// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UrlClientTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.168.7.7");

    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<InetAddress>> names = Map.of(
            "pictures.test", List.of(HERE), "inside.test", List.of(ELSEWHERE), "both.test", List.of(HERE, ELSEWHERE));

    private UrlClient client(Predicate<InetAddress> allowed, Duration time, Integer... ports) {
        HostLookup lookup = (host, limit) -> {
            asked.add(host);
            return names.getOrDefault(host, List.of());
        };
        try {
            return new UrlClient(
                    lookup, allowed, SSLContext.getDefault(), new UrlLimits(1_000, time, 3, 2, Set.of(ports)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To which loopback is the internet. */
    private UrlClient client() {
        return client(HERE::equals, Duration.ofSeconds(20));
    }

    private static UrlException.Reason refusal(UrlClient client, String address) {
        return catchThrowableOfType(UrlException.class, () -> client.fetch(UrlRequest.get(address, "image/png")))
                .reason();
    }

    @Test
    void asksWithoutSayingWho() throws UrlException {
        try (ScriptedServer server = new ScriptedServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nhi")) {
            UrlReply reply = client().fetch(UrlRequest.get(
                    "http://pictures.test:" + server.port() + "/a b?q=\u00e9#part", "image/png"));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.field("x-a")).contains("b");
            assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).isEqualTo("hi");
            assertThat(server.requests())
                    .containsExactly("GET /a%20b?q=%C3%A9 HTTP/1.1\nHost: pictures.test:" + server.port()
                            + "\nUser-Agent: Mozilla/5.0 (compatible; mail proxy)\nAccept: image/png\nAccept-Encoding: identity\n"
                            + "Connection: close\n");
        }
    }

    @Test
    void postsAFormAndFollowsNothing() throws UrlException {
        try (ScriptedServer server =
                new ScriptedServer("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")) {
            UrlReply reply = client().fetch(UrlRequest.post(
                    "http://pictures.test:" + server.port() + "/u", "List-Unsubscribe=One-Click"));
            assertThat(reply.status()).isEqualTo(302);
            assertThat(server.requests()).hasSize(1).first().asString().endsWith("List-Unsubscribe=One-Click");
        }
    }

    @Test
    void followsRedirectsAndLooksUpEachHostOnce() throws UrlException {
        try (ScriptedServer server = new ScriptedServer(
                "HTTP/1.1 301 Moved\r\nLocation: b.png\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n")) {
            UrlReply reply = client().fetch(UrlRequest.get("http://pictures.test:" + server.port() + "/d/a", "*/*"));
            assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).isEqualTo("abc");
            assertThat(server.requests().getLast()).startsWith("GET /d/b.png HTTP/1.1\n");
            assertThat(asked).containsExactly("pictures.test", "pictures.test");
        }
    }

    @Test
    void nobodyIsLedInside() {
        UrlClient real = client(PublicAddress::is, Duration.ofSeconds(20));
        try (ScriptedServer server = new ScriptedServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            for (String host :
                    List.of("pictures.test", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]")) {
                assertThat(refusal(real, "http://" + host + ":" + server.port() + "/"))
                        .isEqualTo(UrlException.Reason.NOT_PUBLIC);
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void noRedirectLeadsInside() {
        for (String place :
                List.of("http://inside.test/", "//inside.test/", "http://192.168.7.7/", "http://both.test/")) {
            try (ScriptedServer server =
                    new ScriptedServer("HTTP/1.1 302 Found\r\nLocation: " + place + "\r\nContent-Length: 0\r\n\r\n")) {
                assertThat(refusal(client(), "http://pictures.test:" + server.port() + "/"))
                        .isEqualTo(UrlException.Reason.NOT_PUBLIC);
            }
        }
    }

    /** The first answer of DNS is public and the next one is not: the connection goes to the one that was checked, or nowhere. */
    @Test
    void aNameThatChangesItsMindChangesNothing() throws Exception {
        try (ScriptedServer server = new ScriptedServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            List<List<InetAddress>> answers = new ArrayList<>(List.of(List.of(HERE), List.of(ELSEWHERE)));
            UrlClient client = new UrlClient(
                    (host, limit) -> answers.removeFirst(),
                    HERE::equals,
                    SSLContext.getDefault(),
                    new UrlLimits(10, Duration.ofSeconds(20), 0, 1, Set.of()));
            assertThat(client.fetch(UrlRequest.get("http://r.test:" + server.port() + "/", "*/*"))
                            .status())
                    .isEqualTo(200);
            assertThat(answers).hasSize(1);
            assertThat(refusal(client, "http://r.test:" + server.port() + "/"))
                    .isEqualTo(UrlException.Reason.NOT_PUBLIC);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://pictures.test/",
                "file:///etc/passwd",
                "http://2130706433/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://user:password@pictures.test/",
                "http://localhost/",
                "http:///x",
                "http://pictures.test:0/",
                "http://pictures.test:70000/",
                "http:\\\\pictures.test/",
                "http://a\r\nHost: b/",
                "gopher://pictures.test/",
                "//x",
                "",
                "http://[fe80::1%25eth0]/",
                "http://256.1.1.1/",
                "http://a..test/"
            })
    void whatIsNoPlainAddressIsRefused(String address) {
        assertThat(refusal(client(), address)).isEqualTo(UrlException.Reason.ADDRESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void otherServicesAreNotSpokenTo() {
        assertThat(refusal(client(HERE::equals, Duration.ofSeconds(20), 80), "http://pictures.test:25/"))
                .isEqualTo(UrlException.Reason.ADDRESS);
        assertThat(refusal(client(), "http://unknown.test/")).isEqualTo(UrlException.Reason.NO_HOST);
    }

    @Test
    void circlesEnd() {
        try (ScriptedServer server =
                new ScriptedServer("HTTP/1.1 307 Again\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(refusal(client(), "http://pictures.test:" + server.port() + "/"))
                    .isEqualTo(UrlException.Reason.TOO_MANY_REDIRECTS);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void silenceEnds() {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENCE)) {
            assertThat(refusal(
                            client(HERE::equals, Duration.ofMillis(300)),
                            "http://pictures.test:" + server.port() + "/"))
                    .isEqualTo(UrlException.Reason.TOO_SLOW);
            assertThat(refusal(
                            client(HERE::equals, Duration.ofMillis(300)),
                            "https://pictures.test:" + server.port() + "/"))
                    .isEqualTo(UrlException.Reason.TOO_SLOW);
        }
    }

    @Test
    void muchIsRefused() {
        String big = "x".repeat(1_001);
        for (String answer : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n" + big,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + big + "\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: " + "y".repeat(40_000) + "\r\n\r\n")) {
            try (ScriptedServer server = new ScriptedServer(answer)) {
                assertThat(refusal(client(), "http://pictures.test:" + server.port() + "/"))
                        .isEqualTo(UrlException.Reason.TOO_LARGE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"
            })
    void whatIsNoHttpIsRefused(String answer) {
        try (ScriptedServer server = new ScriptedServer(answer)) {
            assertThat(refusal(client(), "http://pictures.test:" + server.port() + "/"))
                    .isEqualTo(UrlException.Reason.NO_HTTP);
        }
    }
}
