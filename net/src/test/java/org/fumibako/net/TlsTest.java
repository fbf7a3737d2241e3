// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TlsTest {
    private static final ListenerConfig PLAIN =
            ListenerConfig.of("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    private final TlsFixture tls = new TlsFixture();

    @Test
    void theCertificateIsChosenByNameThenWildcardThenTheFirst() throws IOException {
        TlsContexts contexts = tls.contexts(
                tls.certificate("default.test"), tls.certificate("mail.a.test"), tls.certificate("*.a.test", "a.test"));
        try (Listener listener = started(PLAIN.withImplicitTls(contexts), TlsTest::greet)) {
            assertThat(shown(listener, "mail.a.test")).containsExactly("mail.a.test");
            assertThat(shown(listener, "MAIL.A.test")).containsExactly("mail.a.test");
            assertThat(shown(listener, "imap.a.test")).containsExactly("*.a.test", "a.test");
            assertThat(shown(listener, "a.test")).containsExactly("*.a.test", "a.test");
            assertThat(shown(listener, "x.y.a.test")).containsExactly("default.test");
            assertThat(shown(listener, "stranger.test")).containsExactly("default.test");
        }
    }

    @Test
    void theHandlerLearnsTheNameAndThatItIsSecure() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        ConnectionHandler noting = connection -> {
            seen.add(connection.secure() + " "
                    + connection.serverName().map(DomainName::ascii).orElse("-") + " "
                    + connection.tlsParameters().orElse("-"));
            greet(connection);
        };
        TlsContexts contexts = tls.contexts(tls.certificate("default.test"));
        try (Listener listener = started(PLAIN.withImplicitTls(contexts), noting)) {
            shown(listener, "mail.a.test");
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("true mail.a.test TLSv1.3 TLS_AES_128_GCM_SHA256");
        }
    }

    @Test
    void aReloadIsSeenByNewHandshakesAndABadOneChangesNothing() throws IOException {
        AtomicReference<List<TlsCertificate>> current = new AtomicReference<>(List.of(tls.certificate("old.test")));
        TlsContexts contexts = new TlsContexts(current::get);
        try (Listener listener = started(PLAIN.withImplicitTls(contexts), TlsTest::greet)) {
            assertThat(shown(listener, "x.test")).containsExactly("old.test");

            current.set(List.of());
            assertThatIOException().isThrownBy(contexts::reload);
            assertThat(shown(listener, "x.test")).containsExactly("old.test");

            current.set(List.of(tls.certificate("new.test")));
            contexts.reload();
            assertThat(shown(listener, "x.test")).containsExactly("new.test");
        }
    }

    @Test
    void tls12WorksAndOlderVersionsDoNot() throws IOException {
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        try (Listener listener = started(PLAIN.withImplicitTls(contexts), TlsTest::greet)) {
            try (SSLSocket client = client(listener, "TLSv1.2")) {
                assertThat(greeting(client)).isEqualTo("hello\r\n");
            }
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> client(listener, "TLSv1.1"));
        }
    }

    @Test
    void startTlsGoesOnUnderTls() throws IOException {
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        try (Listener listener = started(PLAIN.withStartTls(contexts), TlsTest::upgrade);
                Socket plain = TlsFixture.connect(listener)) {
            plain.getOutputStream().write("STARTTLS\r\n".getBytes(US_ASCII));
            assertThat(plain.getInputStream().readNBytes(4)).asString().isEqualTo("go\r\n");
            try (SSLSocket client = tls.over(plain, "a.test")) {
                client.getOutputStream().write("NOOP\r\n".getBytes(US_ASCII));
                assertThat(greeting(client)).isEqualTo("secure NOOP\r\n");
            }
        }
    }

    @Test
    void whatWasSentBehindStartTlsIsNeverRead() throws Exception {
        BlockingQueue<String> outcome = new LinkedBlockingQueue<>();
        ConnectionHandler noting = connection -> {
            try {
                upgrade(connection);
                outcome.add("served");
            } catch (PipelinedBeforeTlsException e) {
                outcome.add("refused");
            }
        };
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        try (Listener listener = started(PLAIN.withStartTls(contexts), noting);
                Socket plain = TlsFixture.connect(listener)) {
            plain.getOutputStream().write("STARTTLS\r\nNOOP\r\n".getBytes(US_ASCII));
            assertThat(outcome.poll(10, TimeUnit.SECONDS)).isEqualTo("refused");
        }
    }

    @Test
    void aPeerThatSpeaksInClearToATlsPortIsNotServed() throws IOException {
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        try (Listener listener = started(PLAIN.withImplicitTls(contexts), TlsTest::greet);
                Socket plain = TlsFixture.connect(listener)) {
            plain.getOutputStream().write("EHLO there\r\n".getBytes(US_ASCII));
            assertThat(new String(plain.getInputStream().readAllBytes(), US_ASCII))
                    .doesNotContain("hello");
            assertThat(shown(listener, "a.test")).containsExactly("a.test");
        }
    }

    @Test
    void aHandshakeThatCrawlsIsCutOff() throws Exception {
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        ListenerConfig strict =
                PLAIN.withImplicitTls(contexts).withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(5));
        try (Listener listener = started(strict, TlsTest::greet);
                Socket crawler = TlsFixture.connect(listener)) {
            CountDownLatch cut = new CountDownLatch(1);
            Thread.startVirtualThread(() -> crawl(crawler, cut));
            assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingWakesAnIdleTlsSessionSoThatItCanSayGoodbye() throws IOException {
        TlsContexts contexts = tls.contexts(tls.certificate("a.test"));
        ConnectionHandler polite = connection -> {
            greet(connection);
            connection.in().readLine(100);
            connection.out().ascii(connection.closing() ? "bye" : "?").crlf();
        };
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            Listener listener = started(PLAIN.withImplicitTls(contexts), polite);
            try (SSLSocket client = client(listener, version)) {
                assertThat(greeting(client)).isEqualTo("hello\r\n");
                listener.close(Duration.ofSeconds(20));
                assertThat(greeting(client)).as(version).isEqualTo("bye\r\n");
            }
        }
    }

    private static void crawl(Socket crawler, CountDownLatch cut) {
        byte[] endlessHello = new byte[1000];
        endlessHello[0] = 22;
        endlessHello[1] = 3;
        endlessHello[2] = 1;
        endlessHello[3] = 3;
        try {
            crawler.setSoTimeout(20);
            for (byte octet : endlessHello) {
                crawler.getOutputStream().write(octet);
                if (atEnd(crawler.getInputStream())) {
                    break;
                }
            }
        } catch (IOException e) {
            // Reset by the server: cut off as well.
        }
        cut.countDown();
    }

    private static boolean atEnd(InputStream in) throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private static void greet(Connection connection) throws IOException {
        connection.out().ascii("hello").crlf().flush();
    }

    private static void upgrade(Connection connection) throws IOException {
        connection.in().readLine(100);
        connection.out().ascii("go").crlf();
        connection.startTls();
        connection.out().ascii(connection.secure() ? "secure " : "clear ");
        connection.out().write(connection.in().readLine(100));
        connection.out().crlf();
    }

    private Iterable<String> shown(Listener listener, String name) throws IOException {
        try (SSLSocket client = tls.over(TlsFixture.connect(listener), name)) {
            return TlsFixture.namesShownTo(client);
        }
    }

    private SSLSocket client(Listener listener, String version) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.freshClient().createSocket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setEnabledProtocols(new String[] {version});
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static String greeting(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\n") < 0) {
            int octet = socket.getInputStream().read();
            assertThat(octet).isNotNegative();
            line.append((char) octet);
        }
        return line.toString();
    }

    private static Listener started(ListenerConfig config, ConnectionHandler handler) throws IOException {
        Listener listener = new Listener(config, handler);
        listener.start();
        return listener;
    }
}
