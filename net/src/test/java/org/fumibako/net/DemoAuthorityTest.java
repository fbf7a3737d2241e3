// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAuthorityTest {
    private static final List<DomainName> NAMES =
            List.of(DomainName.of("sv001.fumibako.test"), DomainName.of("mail.example.test"));

    @TempDir
    private Path directory;

    @Test
    void theCertificateIsGoodForAllNamesAndSignedByTheAuthority() throws Exception {
        DemoAuthority authority = authority(NAMES, Clock.systemUTC());
        List<X509Certificate> chain = authority.load().getFirst().chain();

        assertThat(chain).hasSize(2);
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(0).checkValidity();
        assertThat(chain.get(1).getBasicConstraints()).isZero();
        assertThat(authority.load().getFirst().names())
                .containsExactly(
                        "sv001.fumibako.test",
                        "mail.example.test",
                        "*.sv001.fumibako.test",
                        "*.mail.example.test",
                        "localhost");
        assertThat(chain.get(0).getSubjectAlternativeNames().toString())
                .contains("[7, 127.0.0.1]", "[7, 0:0:0:0:0:0:0:1]");
    }

    @Test
    void onlyTheAuthoritysCertificateIsForOthersToRead() throws IOException {
        DemoAuthority authority = authority(NAMES, Clock.systemUTC());
        authority.load();

        assertThat(mode(authority.caCertificate())).isEqualTo("rw-r--r--");
        assertThat(mode(directory.resolve("tls/ca-key.pem"))).isEqualTo("rw-------");
        assertThat(mode(directory.resolve("tls/server-key.pem"))).isEqualTo("rw-------");
    }

    @Test
    void aSecondStartKeepsWhatIsThere() throws IOException {
        TlsCertificate first = authority(NAMES, Clock.systemUTC()).load().getFirst();

        assertThat(authority(NAMES, Clock.systemUTC()).load()).containsExactly(first);
    }

    @Test
    void theCertificateIsRenewedBeforeItExpiresUnderTheSameAuthority() throws IOException {
        TlsCertificate first = authority(NAMES, Clock.systemUTC()).load().getFirst();
        Duration untilRenewal =
                Duration.between(Clock.systemUTC().instant(), first.expiry()).minus(DemoAuthority.RENEW_BEFORE);

        Clock before = Clock.offset(Clock.systemUTC(), untilRenewal.minusHours(1));
        assertThat(authority(NAMES, before).load()).containsExactly(first);

        Clock after = Clock.offset(Clock.systemUTC(), untilRenewal.plusHours(1));
        TlsCertificate renewed = authority(NAMES, after).load().getFirst();
        assertThat(renewed.leaf()).isNotEqualTo(first.leaf());
        assertThat(renewed.chain().get(1)).isEqualTo(first.chain().get(1));
    }

    @Test
    void otherNamesNeedAnotherCertificate() throws IOException {
        authority(NAMES, Clock.systemUTC()).load();

        List<DomainName> others = List.of(DomainName.of("other.test"));
        assertThat(authority(others, Clock.systemUTC()).load().getFirst().names())
                .containsExactly("other.test", "*.other.test", "localhost");
    }

    private DemoAuthority authority(List<DomainName> names, Clock clock) {
        return new DemoAuthority(directory.resolve("tls"), names, clock, new SecureRandom());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
