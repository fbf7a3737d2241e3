// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Samples;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

/** What we ask other programs, and what we make of their answers and of their silence. */
class ScannersTest {
    private static final String MESSAGE = "Subject: hello\r\n\r\nhello\r\n";

    /** How a stream to clamd ends. */
    private static final String END = MESSAGE + "\0\0\0\0";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Suspect suspect() {
        Circumstances how = new Circumstances(
                Optional.of(InetAddress.ofLiteral("192.0.2.1")),
                "mx.example.com",
                EmailAddress.parse("a@example.com"),
                List.of(EmailAddress.of("taro@example.jp")),
                Optional.empty(),
                Samples.NOW);
        return new Suspect(Content.of(MESSAGE.getBytes(StandardCharsets.US_ASCII)), how, "t1");
    }

    private static Scan ask(Duration patience, Scanner... scanners) {
        return new Scanners(List.of(scanners), patience, Clock.systemUTC()).ask(suspect());
    }

    private static Reason only(Scan scan) {
        assertThat(scan.failures()).isEmpty();
        assertThat(scan.reasons()).hasSize(1);
        return scan.reasons().getFirst();
    }

    @Test
    void clamdGetsTheMessageInChunksAndNamesTheVirus() throws Exception {
        try (Peer peer = Peer.answering(END, "stream: Eicar-Signature FOUND\0")) {
            Scan scan = ask(PATIENCE, new Clamd(peer.door()));
            assertThat(only(scan).english()).isEqualTo("A virus was found: Eicar-Signature");
            assertThat(scan.isVirus()).isTrue();
            assertThat(scan.judged()).isFalse();
            assertThat(peer.heard()).isEqualTo("zINSTREAM\0\0\0\0" + (char) MESSAGE.length() + END);
        }
    }

    @Test
    void clamdFindsNothing() throws Exception {
        try (Peer peer = Peer.answering(END, "stream: OK\0")) {
            Scan scan = ask(PATIENCE, new Clamd(peer.door()));
            assertThat(scan.reasons()).isEmpty();
            assertThat(scan.failures()).isEmpty();
            assertThat(scan.scanned()).isTrue();
        }
    }

    @Test
    void clamdThatRefusesIsSilentAndHasNotScanned() throws Exception {
        try (Peer peer = Peer.answering(END, "INSTREAM size limit exceeded. ERROR\0")) {
            Scan scan = ask(PATIENCE, new Clamd(peer.door()));
            assertThat(scan.scanned()).isFalse();
            assertThat(scan.failures())
                    .containsExactly(new Scan.Failure("clamd", "it answered: INSTREAM size limit exceeded. ERROR"));
        }
    }

    @Test
    void spamdsScoreComesOntoOurScale() throws Exception {
        String answer = "SPAMD/1.1 0 EX_OK\r\nContent-length: 12\r\nSpam: True ; 9.0 / 4.5\r\n\r\nBAYES_99,XYZ\r\n";
        try (Peer peer = Peer.answering(MESSAGE, answer)) {
            Scan scan = ask(PATIENCE, new Spamd(peer.door()));
            Reason reason = only(scan);
            assertThat(reason.points()).isEqualTo(10);
            assertThat(reason.english()).isEqualTo("spamassassin says 9.0/4.5 (BAYES_99,XYZ)");
            assertThat(scan.judged()).isTrue();
            assertThat(peer.heard())
                    .isEqualTo("SYMBOLS SPAMC/1.5\r\nContent-length: " + MESSAGE.length() + "\r\n\r\n" + MESSAGE);
        }
    }

    @Test
    void spamdThatFailsIsSilent() throws Exception {
        try (Peer peer = Peer.answering(MESSAGE, "SPAMD/1.0 76 Bad header line\r\n\r\n")) {
            Scan scan = ask(PATIENCE, new Spamd(peer.door()));
            assertThat(scan.judged()).isFalse();
            assertThat(scan.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.why()).startsWith("it answered: SPAMD/1.0 76"));
        }
    }

    @Test
    void rspamdHearsHowTheMessageCame() throws Exception {
        String body = "{\"score\":-3.0,\"required_score\":15.0,\"action\":\"no action\",\"symbols\":"
                + "{\"A\":{\"name\":\"A\",\"score\":0.1},\"B\":{\"name\":\"B\",\"score\":-3.1}}}";
        try (Peer peer =
                Peer.answering(MESSAGE, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            Scan scan = ask(PATIENCE, new Rspamd(URI.create("http://127.0.0.1:" + peer.port()), PATIENCE));
            Reason reason = only(scan);
            assertThat(reason.points()).isEqualTo(-1);
            assertThat(reason.english()).isEqualTo("rspamd says -3.0/15.0 (B,A)");
            assertThat(peer.heard())
                    .startsWith("POST /checkv2 HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nFrom: a@example.com\r\n")
                    .containsIgnoringCase("\r\nRcpt: taro@example.jp\r\n")
                    .containsIgnoringCase("\r\nIP: 192.0.2.1\r\n")
                    .containsIgnoringCase("\r\nHelo: mx.example.com\r\n")
                    .endsWith("\r\n\r\n" + MESSAGE);
        }
    }

    @Test
    void rspamdThatSaysNonsenseIsSilent() throws Exception {
        try (Peer peer = Peer.answering(MESSAGE, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")) {
            Scan scan = ask(PATIENCE, new Rspamd(URI.create("http://127.0.0.1:" + peer.port()), PATIENCE));
            assertThat(scan.failures()).hasSize(1);
            assertThat(scan.judged()).isFalse();
        }
    }

    @Test
    void whoeverIsDownIsLeftAloneForAWhileAndOthersAreHeard() throws Exception {
        Ticking clock = new Ticking();
        try (Peer peer = Peer.answering(END, "stream: OK\0", "stream: OK\0", "stream: OK\0")) {
            Door closed = Peer.closed();
            Scanners scanners = new Scanners(List.of(new Spamd(closed), new Clamd(peer.door())), PATIENCE, clock);
            Scan first = scanners.ask(suspect());
            assertThat(first.scanned()).isTrue();
            assertThat(first.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.why()).startsWith("cannot be reached at"));
            Scan second = scanners.ask(suspect());
            assertThat(second.scanned()).isTrue();
            assertThat(second.failures())
                    .containsExactly(new Scan.Failure("spamassassin", "not asked, it failed less than 30 s ago"));
            clock.now = clock.now.plus(Scanners.PAUSE);
            assertThat(scanners.ask(suspect()).failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.why()).startsWith("cannot be reached at"));
        }
    }

    @Test
    void mailDoesNotWaitLongerThanItHasPatience() throws Exception {
        try (Peer peer = Peer.silent()) {
            Scan scan = ask(Duration.ofMillis(200), new Spamd(peer.door()));
            assertThat(scan.failures()).containsExactly(new Scan.Failure("spamassassin", "no answer within 200 ms"));
        }
    }

    private static final class Ticking implements java.time.InstantSource {
        private Instant now = Samples.NOW;

        @Override
        public Instant instant() {
            return now;
        }
    }
}
