// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.DkimReason;
import org.fumibako.mailauth.dkim.KeyZone;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;

class ArcTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z"));
    private static final DkimKey KEY = DkimKey.generate(
            DomainName.of("lists.test"), "seal", SignatureAlgorithm.ED25519_SHA256, new SecureRandom());
    private static final String MESSAGE =
            "From: taro@example.test\r\nSubject: lunch\r\nDKIM-Signature: v=1\r\n\r\nAt noon.\r\n";

    private final KeyZone zone = new KeyZone().txt(KEY.recordName().text(), KEY.recordText());

    @Test
    void aChainOfOursPassesAndNamesItsSealers() throws IOException {
        ArcResult result = verify(sealed(3, MESSAGE));
        assertThat(result.reason()).isEqualTo(ArcReason.VALID);
        assertThat(result.newest()).isEqualTo(3);
        assertThat(result.oldestPass()).isZero();
        assertThat(result.hops()).hasSize(3).allSatisfy(hop -> {
            assertThat(hop.domain()).isEqualTo(KEY.domain());
            assertThat(hop.selector()).isEqualTo("seal");
        });
        assertThat(result.hops().getFirst().results()).isEqualTo("lists.test; dkim=pass header.d=example.test");
    }

    @Test
    void aKeyIsAskedForOnce() throws IOException {
        String message = sealed(5, MESSAGE);
        int before = zone.questions();
        verify(message);
        assertThat(zone.questions() - before).isEqualTo(1);
    }

    @Test
    void aListThatChangedTheMessageIsSeenInOldestPass() throws IOException {
        String changed = sealed(1, MESSAGE).replace("Subject: ", "Subject: [list] ");
        ArcResult result = verify(sealed(2, changed, verifyAs(ArcReason.VALID, 1)));
        assertThat(result.reason()).isEqualTo(ArcReason.VALID);
        assertThat(result.oldestPass()).isEqualTo(2);
        assertThat(verify(changed).reason()).isEqualTo(ArcReason.MESSAGE_SIGNATURE);
        assertThat(verify(changed).cause()).contains(DkimReason.HEADER_CHANGED);
    }

    @Test
    void aChangedBodyOrASignatureThatIsGoneBreaksTheChain() throws IOException {
        String message = sealed(2, MESSAGE);
        assertThat(verify(message.replace("noon", "four")).cause()).contains(DkimReason.BODY_CHANGED);
        assertThat(verify(message.replace("DKIM-Signature: v=1\r\n", "")).cause())
                .contains(DkimReason.HEADER_CHANGED);
        assertThat(verify(message.replaceFirst("dkim=pass", "dkim=fail")).reason())
                .isEqualTo(ArcReason.SEAL);
    }

    @Test
    void fiftySetsAreAChainAndNoMore() throws IOException {
        String full = sealed(50, MESSAGE);
        assertThat(verify(full).reason()).isEqualTo(ArcReason.VALID);
        assertThat(seal(full, verify(full))).isEmpty();
        String over = "ARC-Seal: i=51; cv=pass\r\n" + full;
        assertThat(verify(over).reason()).isEqualTo(ArcReason.TOO_MANY_SETS);
        assertThat(seal(over, verify(over))).isEmpty();
    }

    @Test
    void aGapIsNoChain() throws IOException {
        String message = sealed(3, MESSAGE).replace("i=2;", "i=4;");
        assertThat(verify(message).reason()).isEqualTo(ArcReason.STRUCTURE);
        assertThat(verify(message).newest()).isEqualTo(4);
    }

    @Test
    void aFailedChainIsSealedAsFailedOnceOnly() throws IOException {
        String broken = sealed(2, MESSAGE).replace("noon", "four");
        String failed = seal(broken, verify(broken)).orElseThrow() + broken;
        assertThat(failed).contains("cv=fail; d=lists.test; i=3");
        assertThat(verify(failed).reason()).isEqualTo(ArcReason.SEALED_AS_FAILED);
        assertThat(seal(failed, verify(failed))).isEmpty();
    }

    @Test
    void aChainWhoseKeysCannotBeHadTodayIsNotSealed() throws IOException {
        String message = sealed(2, MESSAGE);
        zone.answer(KEY.recordName().text(), new Answer.Failure(Answer.Reason.TIMEOUT, "silence"));
        assertThat(verify(message).verdict()).isEqualTo(ArcVerdict.FAIL);
        assertThat(verify(message).temporary()).isTrue();
        assertThat(seal(message, verify(message))).isEmpty();
        Budget spent = Budget.of(0, Duration.ofMinutes(1), System::nanoTime);
        assertThat(new ArcVerifier(zone, CLOCK).verify(view(message), spent).temporary())
                .isTrue();
    }

    @Test
    void aHeaderThatIsNotReadToItsEndProvesNothing() throws IOException {
        String message = "X: " + "x".repeat(MessageView.MAX_HEADER) + "\r\n";
        String large = sealed(1, MESSAGE).replace("\r\n\r\n", "\r\n" + message + "\r\n");
        assertThat(verify(large).reason()).isEqualTo(ArcReason.HEADER_TOO_LARGE);
        assertThat(seal(large, verify(large))).isEmpty();
    }

    private String sealed(int hops, String message) throws IOException {
        String sealed = message;
        for (int hop = 0; hop < hops; hop++) {
            sealed = seal(sealed, verify(sealed)).orElseThrow() + sealed;
        }
        return sealed;
    }

    /** The message sealed by somebody who saw this chain before he changed the message. */
    private static String sealed(int instance, String message, ArcResult chain) throws IOException {
        assertThat(chain.newest()).isEqualTo(instance - 1);
        return seal(message, chain).orElseThrow() + message;
    }

    private static ArcResult verifyAs(ArcReason reason, int newest) {
        return new ArcResult(reason, Optional.empty(), newest, 0, List.of());
    }

    private static Optional<String> seal(String message, ArcResult chain) throws IOException {
        return new ArcSealer(CLOCK).seal(view(message), chain, "lists.test;\r\n dkim=pass header.d=example.test", KEY);
    }

    private ArcResult verify(String message) throws IOException {
        return new ArcVerifier(zone, CLOCK).verify(view(message), KeyZone.budget());
    }

    private static MessageView view(String message) throws IOException {
        return MessageView.of(Content.of(message.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
