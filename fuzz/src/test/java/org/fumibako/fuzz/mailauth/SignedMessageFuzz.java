// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mailauth.arc.ArcResult;
import org.fumibako.mailauth.arc.ArcSealer;
import org.fumibako.mailauth.arc.ArcVerdict;
import org.fumibako.mailauth.arc.ArcVerifier;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dkim.DkimSigner;
import org.fumibako.mailauth.dkim.DkimVerifier;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/** Any octets can be checked, signed and sealed; what we sign verifies, whatever was signed. */
class SignedMessageFuzz {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z"));
    private static final DkimKey KEY =
            DkimKey.generate(DomainName.of("example.test"), "s", SignatureAlgorithm.ED25519_SHA256, new SecureRandom());

    /** Our key at every name. */
    private static final Resolver DNS =
            (name, type, budget) -> new Answer.Records(List.<RecordData>of(KEY.record()), Duration.ofHours(1), false);

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mailauth.dict")
    void anyOctetsCanBeChecked(byte[] octets) throws IOException {
        assertThat(verify(octets)).as("nobody else has the key").noneMatch(DkimResult::vouches);
        ArcResult chain = new ArcVerifier(DNS, CLOCK).verify(view(octets), budget());
        assertThat(chain.verdict()).as("nobody else has the key").isNotEqualTo(ArcVerdict.PASS);
        assertThat(chain.newest()).isBetween(0, 50);
    }

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mailauth.dict")
    void anyOctetsCanBeSignedAndSealed(byte[] octets) throws IOException {
        ArcResult chain = new ArcVerifier(DNS, CLOCK).verify(view(octets), budget());
        new ArcSealer(CLOCK)
                .seal(view(octets), chain, "example.test; none", KEY)
                .ifPresent(set -> assertThat(set).containsOnlyOnce("ARC-Seal: ").endsWith("\r\n"));
        String fields = new DkimSigner(CLOCK).sign(view(octets), List.of(KEY)).orElse("");
        byte[] signed = concat(fields.getBytes(StandardCharsets.ISO_8859_1), octets);
        // A first line that begins with white space would continue our field.
        boolean continues = octets.length > 0 && (octets[0] == ' ' || octets[0] == '\t');
        if (!fields.isEmpty() && !continues) {
            assertThat(verify(signed).getFirst().vouches()).isTrue();
        }
    }

    private static List<DkimResult> verify(byte[] octets) throws IOException {
        return new DkimVerifier(DNS, CLOCK).verify(view(octets), budget());
    }

    private static MessageView view(byte[] octets) throws IOException {
        return MessageView.of(Content.of(octets));
    }

    private static Budget budget() {
        return Budget.of(100, Duration.ofMinutes(1), System::nanoTime);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
