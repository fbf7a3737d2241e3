// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fumibako.mailauth.dkim.DkimResult.Signer;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signed messages of RFC 6376 §A.2 and RFC 8463 §A.3, whole and damaged; skipped where the folder is missing. */
class SharedVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("vectors.dir", "../../shared/vectors")).resolve("dkim");

    /** RFC 6376 §C, RFC 8463 §A.2. */
    private static final KeyZone ZONE = new KeyZone()
            .txt(
                    "brisbane._domainkey.example.com",
                    "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYt"
                            + "IxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhi"
                            + "tdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB")
            .txt(
                    "brisbane._domainkey.football.example.com",
                    "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
            .txt(
                    "test._domainkey.football.example.com",
                    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6"
                            + "wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5Qjv"
                            + "HO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

    private final DkimVerifier verifier =
            new DkimVerifier(ZONE, InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z")));

    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "no vectors in " + FOLDER.toAbsolutePath());
    }

    @Test
    void theExampleOfTheStandardPasses() throws IOException {
        assertThat(verify("rfc6376-A.2.eml")).singleElement().satisfies(result -> {
            assertThat(result.reason()).isEqualTo(DkimReason.VALID);
            assertThat(result.vouches()).isTrue();
            assertThat(result.keyBits()).isEqualTo(1_024);
            Signer signer = result.signer();
            assertThat(signer.domain()).contains(DomainName.of("example.com"));
            assertThat(signer.selector()).contains("brisbane");
            assertThat(signer.algorithm()).contains(SignatureAlgorithm.RSA_SHA256);
            assertThat(signer.identity()).isEqualTo("joe@football.example.com");
            assertThat(signer.signaturePrefix()).isEqualTo("AuUoFEfD");
            assertThat(result.coverage().fields())
                    .containsExactly("received", "from", "to", "subject", "date", "message-id");
        });
    }

    @Test
    void aChangedBodyAndAChangedSubjectAreFound() throws IOException {
        assertThat(verify("rfc6376-A.2-body_modified.eml"))
                .extracting(DkimResult::reason)
                .containsExactly(DkimReason.BODY_CHANGED);
        assertThat(verify("rfc6376-A.2-header_subject_modified.eml"))
                .extracting(DkimResult::reason)
                .containsExactly(DkimReason.HEADER_CHANGED);
    }

    @Test
    void bothSignaturesOfTheEd25519ExamplePass() throws IOException {
        List<DkimResult> results = verify("rfc8463-A.3.eml");
        assertThat(results).extracting(DkimResult::reason).containsExactly(DkimReason.VALID, DkimReason.VALID);
        assertThat(results)
                .extracting(result -> result.signer().algorithm().orElseThrow())
                .containsExactly(SignatureAlgorithm.ED25519_SHA256, SignatureAlgorithm.RSA_SHA256);
    }

    private List<DkimResult> verify(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name), StandardCharsets.ISO_8859_1);
        byte[] octets = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return verifier.verify(MessageView.of(Content.of(octets)), KeyZone.budget());
    }
}
