// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;
import org.fumibako.store.queue.QueueAttempt;
import org.junit.jupiter.api.Test;

/** What a notification looks like, whatever it has to tell. */
class DsnComposerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final EmailAddress SENDER = EmailAddress.of("taro@near.test");
    private static final String ORIGINAL = "Subject: hello\r\nFrom: taro@near.test\r\n\r\nsecret body\r\n";

    private final DsnComposer composer =
            new DsnComposer(DomainName.of("sv001.near.test"), ZoneOffset.UTC, new Random(1));

    @Test
    void itHasThreePartsAndIsAddressedToTheSender() throws IOException {
        String notice = compose(ORIGINAL, false, failed("550 5.1.1 no such user", "5.1.1"));
        assertThat(notice)
                .startsWith("From: Mail Delivery System <MAILER-DAEMON@sv001.near.test>\r\nTo: <taro@near.test>\r\n")
                .contains("Content-Type: multipart/report; report-type=delivery-status;\r\n")
                .containsOnlyOnce("Content-Type: text/plain; charset=utf-8\r\n")
                .containsOnlyOnce("Content-Type: message/delivery-status\r\n")
                .containsOnlyOnce("Content-Type: text/rfc822-headers\r\n")
                .contains("Subject: hello\r\nFrom: taro@near.test\r\n")
                .doesNotContain("secret body");
        assertThat(explanation(notice))
                .contains("宛先のメールアドレスが存在しません")
                .contains("There is no such address")
                .contains("550 5.1.1 no such user");
    }

    @Test
    void theWholeMessageIsGivenBackOnDemandUpToABound() throws IOException {
        assertThat(compose(ORIGINAL, true, failed("550 no", "5.0.0")))
                .contains("Content-Type: message/rfc822\r\n")
                .contains("secret body\r\n");
        String most = ORIGINAL + "x".repeat(DsnComposer.MAX_FULL - ORIGINAL.length());
        assertThat(compose(most, true, failed("550 no", "5.0.0"))).contains("message/rfc822");
        assertThat(compose(most + "x", true, failed("550 no", "5.0.0")))
                .contains("text/rfc822-headers")
                .doesNotContain("secret body");
    }

    @Test
    void aHeaderWithoutEndIsCutAtALine() throws IOException {
        String line = "X-Long: " + "y".repeat(90) + "\r\n";
        String notice =
                compose(line.repeat(2 * DsnComposer.MAX_HEADER / line.length()), false, failed("550 no", "5.0.0"));
        assertThat(notice.length()).isBetween(DsnComposer.MAX_HEADER / 2, DsnComposer.MAX_HEADER + 8_192);
        assertThat(notice).contains(line + "\r\n--");
    }

    @Test
    void nothingThatOthersSaidEndsALineOrAField() throws IOException {
        String evil = "550 5.1.1 no\r\nBcc: victim@x.test\r\n\r\n<b>\u2028\u0000\u001b[2J\u202e";
        String notice = compose(
                ORIGINAL,
                false,
                new Reported(
                        EmailAddress.of("a@far.test"),
                        Optional.of("rfc822;x\r\nBcc: victim@x.test"),
                        Action.FAILED,
                        new QueueAttempt(
                                NOW,
                                "mx\r\nBcc: victim@x.test",
                                "",
                                EnhancedStatus.of("5.1.1"),
                                Optional.of(SmtpReply.of(550, "5.1.1", evil)),
                                evil),
                        Optional.empty()));
        assertThat(notice.lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(explanation(notice).lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(explanation(notice))
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .doesNotContain("\u2028");
    }

    @Test
    void noLineIsLongerThanAMessageMayHave() throws IOException {
        String notice = compose(ORIGINAL, false, failed("550 5.7.1 " + "z".repeat(5_000), "5.7.1"));
        assertThat(notice.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    @Test
    void aFailureOfTimeIsPermanent() throws IOException {
        assertThat(compose(ORIGINAL, false, failed("450 4.2.1 busy", "4.2.1")))
                .contains("Status: 5.2.1\r\n")
                .contains("Diagnostic-Code: smtp; 450 4.2.1 busy\r\n");
    }

    @Test
    void anAddressInUtf8MakesAGlobalReport() throws IOException {
        String notice = compose(
                ORIGINAL,
                false,
                new Reported(
                        EmailAddress.of("太郎@far.test"),
                        Optional.empty(),
                        Action.DELAYED,
                        attempt("450 4.2.1 busy", "4.2.1"),
                        Optional.of(NOW.plusSeconds(3600))));
        assertThat(notice)
                .contains("Content-Type: message/global-delivery-status\r\n")
                .contains("Final-Recipient: utf-8; 太郎@far.test\r\n")
                .contains("Will-Retry-Until: Wed, 25 Nov 2026 01:00:00 +0000\r\n");
        assertThat(explanation(notice)).contains("もう一度お送りいただく必要はありません");
    }

    private static Reported failed(String reply, String status) {
        return new Reported(
                EmailAddress.of("a@far.test"),
                Optional.empty(),
                Action.FAILED,
                attempt(reply, status),
                Optional.empty());
    }

    private static QueueAttempt attempt(String reply, String status) {
        SmtpReply said = SmtpReply.of(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
        return new QueueAttempt(
                NOW, "mx.far.test[192.0.2.1]:25", "", EnhancedStatus.of(status), Optional.of(said), reply);
    }

    private String compose(String original, boolean full, Reported reported) throws IOException {
        Content content = Content.of(original.getBytes(StandardCharsets.UTF_8));
        Report report = new Report(SENDER, NOW, Optional.empty(), List.of(reported), content, full);
        return new String(composer.compose(report, NOW).content().bytes(), StandardCharsets.UTF_8);
    }

    private static String explanation(String notice) {
        String marker = "Content-Transfer-Encoding: base64\r\n\r\n";
        int from = notice.indexOf(marker) + marker.length();
        String encoded = notice.substring(from, notice.indexOf("\r\n\r\n--", from));
        return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
