// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.delivery.dkim.KeyOffice.DESK;
import static org.fumibako.delivery.dkim.KeyOffice.DOMAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fumibako.dns.Budget;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dkim.DkimSigner;
import org.fumibako.mailauth.dkim.DkimVerifier;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SigningTest {
    private static final DomainName SHOP = DomainName.of("shop.example.jp");
    private static final String MESSAGE = """
            From: Taro <taro@example.jp>
            To: jiro@example.org
            Subject: Hako
            Date: Wed, 25 Nov 2026 13:05:06 +0900
            Message-ID: <1@example.jp>

            fumi
            """.replace("\n", "\r\n");

    @TempDir
    private Path directory;

    private KeyOffice office;
    private Signing signing;

    @BeforeEach
    void open() {
        office = new KeyOffice(directory);
        office.domain(SHOP.ascii());
        office.rotation.run();
        signing = new Signing(office.schedules(), office.clock);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String signed(String message) throws IOException {
        return text(signing.sign(content(message)));
    }

    private static Content content(String message) {
        return Content.of(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Content message) throws IOException {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }

    private static int signatures(String message) {
        return message.split("DKIM-Signature:", -1).length - 1;
    }

    /** Who vouches for the message, as a stranger sees it: {@code domain algorithm}. */
    private List<String> vouchers(String message) throws IOException {
        DkimVerifier verifier = new DkimVerifier(office.dns(DOMAIN, SHOP), office.clock);
        Budget budget = Budget.of(100, Duration.ofMinutes(1), System::nanoTime);
        return verifier.verify(MessageView.of(content(message)), budget).stream()
                .filter(DkimResult::vouches)
                .map(DkimResult::signer)
                .map(by -> by.domain().orElseThrow() + " "
                        + by.algorithm().orElseThrow().token())
                .toList();
    }

    @Test
    void bothKeysOfTheAuthorsDomainSign() throws IOException {
        String signed = signed(MESSAGE);
        assertThat(signed).endsWith(MESSAGE);
        assertThat(vouchers(signed)).containsExactly("example.jp rsa-sha256", "example.jp ed25519-sha256");
    }

    @Test
    void subdomainSignsForItselfAndNeverForItsParent() throws IOException {
        String message = MESSAGE.replace("taro@example.jp", "taro@shop.example.jp");
        assertThat(vouchers(signed(message)))
                .containsExactly("shop.example.jp rsa-sha256", "shop.example.jp ed25519-sha256");
        office.keys().sign(SHOP, false, DESK);
        assertThat(signed(message)).isEqualTo(message);
    }

    @Test
    void mailOfADomainThatWasJustAddedIsSignedToo() throws IOException {
        office.domain("new.example.jp");
        Content message = content(MESSAGE.replace("taro@example.jp", "taro@new.example.jp"));
        assertThat(signing.sign(message).bytes()).isEqualTo(message.bytes());
        Signing waiting = new Signing(office.schedules(), office.clock, office.rotation);
        assertThat(waiting.isReady(message)).isTrue();
        assertThat(signatures(text(waiting.sign(message)))).isEqualTo(2);
    }

    @Test
    void domainWhoseKeysTakeTooLongIsNotReady() throws IOException {
        office.domain("new.example.jp");
        Signing waiting = new Signing(office.schedules(), office.clock, (domain, most) -> false);
        assertThat(waiting.isReady(content(MESSAGE.replace("taro@example.jp", "taro@new.example.jp"))))
                .isFalse();
        assertThat(waiting.isReady(content(MESSAGE))).as("has its keys").isTrue();
    }

    @Test
    void mailOfOthersAndMailWithoutAnAuthorIsLeftAlone() throws IOException {
        for (String from : List.of(
                "From: x@example.org",
                "From: \"taro@example.jp\" <x@example.org>",
                "From: Group: taro@example.jp;",
                "From: nobody",
                "X-From: taro@example.jp")) {
            String message = MESSAGE.replace("From: Taro <taro@example.jp>", from);
            assertThat(signed(message)).as(from).isEqualTo(message);
        }
    }

    @Test
    void foldedAndInternationalFromIsRead() throws IOException {
        String folded = MESSAGE.replace("From: Taro <", "From: \"太郎\"\r\n\t<");
        assertThat(vouchers(signed(folded))).hasSize(2);
    }

    @Test
    void messageThatIsSentOnUnchangedIsNotSignedTwice() throws IOException {
        String sentOn = "Resent-From: taro@example.jp\r\n" + signed(MESSAGE);
        assertThat(signed(sentOn)).isEqualTo(sentOn);
    }

    @Test
    void messageThatWasChangedOnTheWayIsSignedAnew() throws IOException {
        String changed = signed(MESSAGE).replace("fumi", "fumibako");
        assertThat(signatures(signed(changed))).isEqualTo(4);
        assertThat(vouchers(signed(changed))).hasSize(2);
    }

    @Test
    void signatureThatEndedIsRenewed() throws IOException {
        String signed = signed(MESSAGE);
        office.clock.advance(DkimSigner.LIFETIME.plusSeconds(1));
        assertThat(signatures(signed(signed))).isEqualTo(4);
    }

    @Test
    void signaturesOfOthersDoNotKeepUsFromSigning() throws IOException {
        String theirs = signed(MESSAGE.replace("taro@example.jp", "taro@shop.example.jp"));
        String ours = signed(theirs.replace("taro@shop.example.jp", "taro@example.jp"));
        assertThat(signatures(ours)).isEqualTo(4);
        assertThat(vouchers(ours)).containsExactly("example.jp rsa-sha256", "example.jp ed25519-sha256");
    }

    @Test
    void headerThatIsTooLargeToSignGoesWithoutSignature() throws IOException {
        String field = "X-Much: " + "x".repeat(900) + "\r\n";
        String message = field.repeat(MessageView.MAX_HEADER / field.length() + 1) + MESSAGE;
        assertThat(signed(message)).isEqualTo(message);
    }

    @Test
    void noticesAreSignedForTheNearestDomainOfTheHost() throws IOException {
        String notice = MESSAGE.replace("taro@example.jp", "MAILER-DAEMON@mx.example.jp");
        String signed = text(signing.signFor(DomainName.of("mx.example.jp"), content(notice)));
        assertThat(vouchers(signed)).containsExactly("example.jp rsa-sha256", "example.jp ed25519-sha256");
        assertThat(text(signing.signFor(DomainName.of("mx.example.net"), content(notice))))
                .isEqualTo(notice);
    }
}
