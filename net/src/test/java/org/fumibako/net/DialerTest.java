// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DialerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TlsFixture tls = new TlsFixture();
    private final Dialer dialer = new Dialer(new DialTimeouts(LONG, LONG, LONG));
    private final Dialer impatient = new Dialer(new DialTimeouts(LONG, SHORT, SHORT));
    private final ServerSocket server;

    DialerTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        dialer.close();
        impatient.close();
        server.close();
    }

    @Test
    void linesGoBothWays() throws IOException {
        OutgoingConnection connection = dial();
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write("220 hello\r\n".getBytes(US_ASCII));
            assertThat(connection.in().readLine(100)).asString(US_ASCII).isEqualTo("220 hello");
            connection.out().ascii("QUIT").crlf().flush();
            assertThat(new BoundedReader(accepted.getInputStream()).readLine(100))
                    .asString(US_ASCII)
                    .isEqualTo("QUIT");
        }
    }

    @Test
    void tlsGoesOnWithTheNameAsked() throws Exception {
        try (Listener listener = secured("mx.example.test")) {
            OutgoingConnection connection =
                    dialer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
            connection.startTls(tls.trusting(), "mx.example.test", true);
            assertThat(connection.in().readLine(100)).asString(US_ASCII).isEqualTo("asked for mx.example.test");
            assertThat(connection.tls().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefusedWhenTheNameCounts() throws Exception {
        try (Listener listener = secured("other.example.test")) {
            OutgoingConnection connection =
                    dialer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
            assertThatThrownBy(() -> connection.startTls(tls.trusting(), "mx.example.test", true))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aCertificateForAnotherNameDoesWhenTheNameDoesNotCount() throws Exception {
        try (Listener listener = secured("other.example.test")) {
            OutgoingConnection connection =
                    dialer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
            connection.startTls(anybody(), "mx.example.test", false);
            assertThat(connection.in().readLine(100)).isNotNull();
        }
    }

    @Test
    void whatCameInClearIsNotReadUnderTls() throws Exception {
        OutgoingConnection connection = dial();
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write("220 go ahead\r\n250 injected\r\n".getBytes(US_ASCII));
            assertThat(connection.in().readLine(100)).asString(US_ASCII).isEqualTo("220 go ahead");
            assertThatThrownBy(() -> connection.startTls(anybody(), "mx.example.test", false))
                    .isInstanceOf(PipelinedBeforeTlsException.class);
        }
    }

    @Test
    void aHandshakeThatStallsEndsTheConnection() throws Exception {
        OutgoingConnection connection = impatient.connect((InetSocketAddress) server.getLocalSocketAddress());
        try (Socket _ = server.accept()) {
            assertThatThrownBy(() -> connection.startTls(anybody(), "mx.example.test", false))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aWriteToAServerThatDoesNotReadEndsTheConnection() throws Exception {
        OutgoingConnection connection = impatient.connect((InetSocketAddress) server.getLocalSocketAddress());
        try (Socket _ = server.accept()) {
            assertThatThrownBy(() -> connection.out().write(new byte[64 << 20]))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(impatient.connections()).isZero();
        }
    }

    @Test
    void aLineThatDoesNotComeTimesOut() throws Exception {
        OutgoingConnection connection = dial();
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write("22".getBytes(US_ASCII));
            connection.readTimeout(SHORT);
            assertThatThrownBy(() -> connection.in().readLine(100)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anIdleConnectionShowsThatTheServerSpoke() throws Exception {
        OutgoingConnection connection = dial();
        try (Socket accepted = server.accept()) {
            assertThat(connection.disturbed()).isFalse();
            accepted.getOutputStream().write("421 bye\r\n".getBytes(US_ASCII));
            assertThat(connection.in().read()).isEqualTo('4');
            assertThat(connection.disturbed()).isTrue();
        }
    }

    @Test
    void closingTheDialerCutsEverythingOff() throws Exception {
        OutgoingConnection connection = dial();
        dialer.close();
        assertThatThrownBy(() -> connection.in().readLine(100)).isInstanceOf(IOException.class);
        assertThatThrownBy(this::dial).isInstanceOf(IOException.class);
    }

    private OutgoingConnection dial() throws IOException {
        return dialer.connect((InetSocketAddress) server.getLocalSocketAddress());
    }

    private Listener secured(String name) throws IOException, ListenException {
        ListenerConfig config = ListenerConfig.of("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withImplicitTls(tls.contexts(tls.certificate(name)));
        Listener listener = new Listener(
                config,
                connection -> connection
                        .out()
                        .ascii("asked for " + connection.serverName().orElseThrow())
                        .crlf()
                        .flush());
        listener.start();
        return listener;
    }

    private static SSLContext anybody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
        return context;
    }

    private static final class TrustsAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }
}
