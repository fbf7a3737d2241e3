// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListenerTest {
    private static final ListenerConfig ECHO =
            ListenerConfig.of("echo", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @Test
    void everyConnectionIsServed() throws IOException {
        try (Listener listener = started(ECHO, ListenerTest::echo);
                Socket one = connect(listener);
                Socket two = connect(listener)) {
            assertThat(ask(two, "second")).isEqualTo("second");
            assertThat(ask(one, "first")).isEqualTo("first");
        }
    }

    @Test
    void aTakenPortIsNamedInOneSentence() throws IOException {
        try (Listener first = started(ECHO, ListenerTest::echo)) {
            ListenerConfig same =
                    ListenerConfig.of("imap", new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port()));
            assertThatExceptionOfType(ListenException.class)
                    .isThrownBy(() -> started(same, ListenerTest::echo))
                    .withMessageMatching(
                            "imap: port " + first.port() + " on \\S+ is already in use by another program");
        }
    }

    @Test
    void whatWasNotFlushedIsSentAtTheEndAndSurvivesUnreadInput() throws IOException {
        ConnectionHandler rude = connection -> {
            connection.in().readLine(100);
            connection.out().ascii("bye").crlf();
        };
        try (Listener listener = started(ECHO, rude);
                Socket socket = connect(listener)) {
            socket.getOutputStream().write(("QUIT\r\n" + "x".repeat(5_000)).getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .isEqualTo("bye\r\n");
        }
    }

    @Test
    void whatIsLeftForTheEndIsDoneOnceHoweverAConnectionEnds() throws IOException, InterruptedException {
        CountDownLatch finished = new CountDownLatch(2);
        AtomicInteger done = new AtomicInteger();
        ConnectionHandler handler = connection -> {
            connection.whenClosed(done::incrementAndGet);
            connection.whenClosed(done::incrementAndGet);
            if (connection.in().readLine(100) != null) {
                connection.close();
                connection.close();
                connection.whenClosed(done::incrementAndGet);
            }
            connection.whenClosed(finished::countDown);
        };
        try (Listener listener = started(ECHO, handler);
                Socket dropped = connect(listener);
                Socket left = connect(listener)) {
            dropped.getOutputStream().write("drop me\r\n".getBytes(US_ASCII));
            left.shutdownOutput();
            assertThat(finished.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(done).hasValue(5);
        }
    }

    @Test
    void oneConnectionTooManyIsToldSo() throws IOException {
        ListenerConfig narrow = ECHO.withLimits(new ConnectionLimits(1, 1), "421 too many connections\r\n");
        try (Listener listener = started(narrow, ListenerTest::echo);
                Socket first = connect(listener)) {
            assertThat(ask(first, "in")).isEqualTo("in");
            try (Socket second = connect(listener)) {
                assertThat(new String(second.getInputStream().readAllBytes(), US_ASCII))
                        .isEqualTo("421 too many connections\r\n");
            }
            assertThat(ask(first, "still in")).isEqualTo("still in");
        }
    }

    @Test
    void aFaultInOneSessionLeavesTheOthersAlone() throws IOException {
        ConnectionHandler fragile = connection -> {
            if (new String(connection.in().readLine(100), US_ASCII).equals("crash")) {
                throw new IllegalStateException("planted by a test");
            }
            connection.out().ascii("fine").crlf();
        };
        try (Listener listener = started(ECHO, fragile);
                Socket crashing = connect(listener);
                Socket other = connect(listener)) {
            crashing.getOutputStream().write("crash\r\n".getBytes(US_ASCII));
            assertThat(crashing.getInputStream().read()).isEqualTo(-1);
            assertThat(ask(other, "hello")).isEqualTo("fine");
        }
    }

    @Test
    void aSilentPeerRunsIntoTheReadTimeout() throws Exception {
        CountDownLatch timedOut = new CountDownLatch(1);
        ConnectionHandler impatient = connection -> {
            connection.readTimeout(Duration.ofMillis(50));
            try {
                connection.in().readLine(100);
            } catch (SocketTimeoutException e) {
                timedOut.countDown();
            }
        };
        try (Listener listener = started(ECHO, impatient);
                Socket silent = connect(listener)) {
            silent.getOutputStream().write('N');
            assertThat(timedOut.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPeerThatDoesNotReadIsCutOff() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        ConnectionHandler talkative = connection -> {
            try {
                while (true) {
                    connection.out().write(new byte[100_000]);
                }
            } catch (IOException e) {
                cut.countDown();
            }
        };
        ListenerConfig strict = ECHO.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100));
        try (Listener listener = started(strict, talkative);
                Socket deaf = connect(listener)) {
            assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(deaf.isClosed()).isFalse();
        }
    }

    @Test
    void closingWakesIdleSessionsSoThatTheyCanSayGoodbye() throws Exception {
        ConnectionHandler polite = connection -> {
            echo(connection);
            connection.out().ascii(connection.closing() ? "* BYE" : "?").crlf();
        };
        Listener listener = started(ECHO, polite);
        try (Socket idle = connect(listener)) {
            assertThat(ask(idle, "hello")).isEqualTo("hello");
            listener.close(Duration.ofSeconds(20));
            assertThat(new String(idle.getInputStream().readAllBytes(), US_ASCII))
                    .isEqualTo("* BYE\r\n");
            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void closingLetsACommitFinishAndItsReplyGoOut() throws Exception {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        ConnectionHandler committer = connection -> {
            connection.in().readLine(100);
            committing.countDown();
            await(committed);
            connection.out().ascii("250 kept").crlf().flush();
        };
        Listener listener = started(ECHO, committer);
        try (Socket socket = connect(listener)) {
            socket.getOutputStream().write("DATA\r\n".getBytes(US_ASCII));
            await(committing);
            Thread closer = Thread.startVirtualThread(() -> listener.close(Duration.ofSeconds(20)));
            assertThatRefused(listener);
            committed.countDown();
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .isEqualTo("250 kept\r\n");
            closer.join();
        }
    }

    @Test
    void closingCutsOffWhatDoesNotFinish() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        ConnectionHandler stuck = connection -> {
            try {
                while (true) {
                    connection.out().write(new byte[100_000]);
                }
            } finally {
                cut.countDown();
            }
        };
        Listener listener = started(ECHO, stuck);
        try (Socket deaf = connect(listener)) {
            assertThat(deaf.getInputStream().read()).isZero();
            listener.close(Duration.ofMillis(300));
            assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void assertThatRefused(Listener listener) throws InterruptedException {
        while (true) {
            try (Socket late = connect(listener)) {
                Thread.onSpinWait();
            } catch (IOException refused) {
                return;
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void echo(Connection connection) throws IOException {
        byte[] line = connection.in().readLine(100);
        while (line != null) {
            connection.out().write(line);
            connection.out().crlf().flush();
            line = connection.in().readLine(100);
        }
    }

    private static String ask(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    private static Listener started(ListenerConfig config, ConnectionHandler handler) throws IOException {
        Listener listener = new Listener(config, handler);
        listener.start();
        return listener;
    }

    private static Socket connect(Listener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(10_000);
        return socket;
    }
}
