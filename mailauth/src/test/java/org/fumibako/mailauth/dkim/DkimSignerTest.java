// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class DkimSignerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final List<DkimKey> BOTH = List.of(Forge.RSA, Forge.ED25519);

    private final KeyZone zone = new KeyZone()
            .txt("rsa._domainkey.example.test", Forge.RSA.recordText())
            .txt("ed._domainkey.example.test", Forge.ED25519.recordText());
    private final DkimSigner signer = new DkimSigner(InstantSource.fixed(NOW));

    @Test
    void bothSignaturesVerify() throws IOException {
        assertThat(verify(sign(Forge.MESSAGE) + Forge.MESSAGE, NOW))
                .allMatch(DkimResult::vouches)
                .extracting(result -> result.signer().algorithm().orElseThrow())
                .containsExactly(SignatureAlgorithm.RSA_SHA256, SignatureAlgorithm.ED25519_SHA256);
    }

    @Test
    void aMessageWithoutBodyOrFieldsIsSignedToo() throws IOException {
        for (String message :
                List.of("From: a@example.test\r\n\r\n", "From: a@example.test\r\n", "From: a@b\r\n\r\n\r\n")) {
            assertThat(verify(sign(message) + message, NOW)).hasSize(2).allMatch(DkimResult::vouches);
        }
    }

    @Test
    void linesAreFoldedAndEndWithCrLf() throws IOException {
        String fields = sign(Forge.MESSAGE);
        assertThat(fields.lines().toList()).allMatch(line -> line.length() <= 78);
        assertThat(fields).endsWith("\r\n").doesNotContain("\r\n\r\n");
        assertThat(fields.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(fields).containsOnlyOnce("a=rsa-sha256").containsOnlyOnce("a=ed25519-sha256");
    }

    @Test
    void nothingThatIsShownCanBeAdded() throws IOException {
        String signed = sign(Forge.MESSAGE) + Forge.MESSAGE;
        for (String name : List.of(
                "From",
                "Reply-To",
                "Subject",
                "Date",
                "To",
                "Cc",
                "Message-ID",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding")) {
            assertThat(verify(name + ": added\r\n" + signed, NOW))
                    .as(name)
                    .hasSize(2)
                    .noneMatch(DkimResult::vouches);
        }
        assertThat(verify("Received: by relay\r\nList-Id: <list.test>\r\n" + signed, NOW))
                .allMatch(DkimResult::vouches);
    }

    @Test
    void whatIsThereTwiceIsSignedTwice() throws IOException {
        String message = "To: b@example.test\r\nList-Unsubscribe: <https://example.test/u>\r\n" + Forge.MESSAGE;
        String fields = sign(message).replace("\r\n ", "");
        assertThat(fields).contains(":to:to:to:", "list-unsubscribe");
        String signed = sign(message) + message;
        assertThat(verify(signed, NOW)).allMatch(DkimResult::vouches);
        assertThat(verify(signed.replace("To: b@", "To: c@"), NOW)).noneMatch(DkimResult::vouches);
    }

    @Test
    void aSignatureEndsWithItsLifetime() throws IOException {
        String signed = sign(Forge.MESSAGE) + Forge.MESSAGE;
        Instant last = NOW.plus(DkimSigner.LIFETIME);
        assertThat(verify(signed, last)).allMatch(DkimResult::vouches);
        assertThat(verify(signed, last.plusSeconds(1)))
                .extracting(DkimResult::reason)
                .containsOnly(DkimReason.EXPIRED);
    }

    @Test
    void theBodyIsReadOnceForAllKeys() throws IOException {
        byte[] octets = (Forge.MESSAGE + "x".repeat(100_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        AtomicInteger opened = new AtomicInteger();
        Content inner = Content.of(octets);
        Content counted = new Content() {
            @Override
            public long size() {
                return inner.size();
            }

            @Override
            public InputStream open(long offset, long length) throws IOException {
                opened.incrementAndGet();
                return inner.open(offset, length);
            }
        };
        assertThat(signer.sign(MessageView.of(counted), BOTH)).isPresent();
        assertThat(opened).as("header and body").hasValue(2);
    }

    @Test
    void aHeaderThatIsTooLargeIsNotSigned() throws IOException {
        String large = "X: " + "x".repeat(MessageView.MAX_HEADER) + "\r\n" + Forge.MESSAGE;
        assertThat(signer.sign(Forge.view(large), BOTH)).isEmpty();
        assertThat(signer.sign(Forge.view(Forge.MESSAGE), List.of())).isEmpty();
    }

    private String sign(String message) throws IOException {
        return signer.sign(Forge.view(message), BOTH).orElseThrow();
    }

    private List<DkimResult> verify(String message, Instant when) throws IOException {
        return new DkimVerifier(zone, InstantSource.fixed(when)).verify(Forge.view(message), KeyZone.budget());
    }
}
