// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.fumibako.model.DomainName;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaneTest {
    private static final Set<DomainName> NAMES = Set.of(DomainName.of("mx.example.test"));
    private static final Set<DomainName> OTHERS = Set.of(DomainName.of("mx.example.jp"));

    @TempDir
    private static Path folder;

    private static List<X509Certificate> chain;
    private static List<X509Certificate> foreign;

    @BeforeAll
    static void makeCertificates() throws Exception {
        chain = chain(folder.resolve("ours"));
        foreign = chain(folder.resolve("theirs"));
    }

    @Test
    void theServersOwnKeyIsEnoughWhateverTheNameAndTheDate() throws Exception {
        TlsaRecord key = sha256(3, 1, chain.getFirst().getPublicKey().getEncoded());
        assertThat(Dane.verify(List.of(key), chain.subList(0, 1), OTHERS, later()))
                .isEqualTo(DaneVerdict.MATCH);
        assertThat(Dane.verify(List.of(key), foreign, NAMES, Instant.now())).isEqualTo(DaneVerdict.MISMATCH);
    }

    @Test
    void everySelectorAndMatchingTypeCompares() throws Exception {
        byte[] certificate = chain.getFirst().getEncoded();
        byte[] key = chain.getFirst().getPublicKey().getEncoded();
        for (TlsaRecord record : List.of(
                new TlsaRecord(3, 0, 0, certificate),
                new TlsaRecord(3, 1, 0, key),
                sha256(3, 0, certificate),
                new TlsaRecord(3, 0, 2, MessageDigest.getInstance("SHA-512").digest(certificate)),
                new TlsaRecord(3, 1, 2, MessageDigest.getInstance("SHA-512").digest(key)))) {
            assertThat(Dane.verify(List.of(record), chain, OTHERS, later()))
                    .as(record.toString())
                    .isEqualTo(DaneVerdict.MATCH);
            assertThat(Dane.verify(List.of(record), foreign, NAMES, Instant.now()))
                    .as(record.toString())
                    .isEqualTo(DaneVerdict.MISMATCH);
        }
    }

    @Test
    void anAuthorityVouchesForNamesWithinTheirTime() throws Exception {
        List<TlsaRecord> authority =
                List.of(sha256(2, 1, chain.getLast().getPublicKey().getEncoded()));
        assertThat(Dane.verify(authority, chain, NAMES, Instant.now())).isEqualTo(DaneVerdict.MATCH);
        assertThat(Dane.verify(authority, chain, OTHERS, Instant.now())).isEqualTo(DaneVerdict.MISMATCH);
        assertThat(Dane.verify(authority, chain, NAMES, later())).isEqualTo(DaneVerdict.MISMATCH);
    }

    @Test
    void anAuthorityThatDidNotSignTheServersCertificateVouchesForNothing() throws Exception {
        List<TlsaRecord> authority = List.of(sha256(2, 0, chain.getLast().getEncoded()));
        List<X509Certificate> glued = List.of(foreign.getFirst(), chain.getLast());
        assertThat(Dane.verify(authority, glued, NAMES, Instant.now())).isEqualTo(DaneVerdict.MISMATCH);
        assertThat(Dane.verify(authority, chain.subList(0, 1), NAMES, Instant.now()))
                .isEqualTo(DaneVerdict.MISMATCH);
    }

    @Test
    void oneRecordThatAgreesIsEnough() throws Exception {
        TlsaRecord next = new TlsaRecord(3, 1, 1, new byte[32]);
        TlsaRecord now = sha256(3, 1, chain.getFirst().getPublicKey().getEncoded());
        assertThat(Dane.verify(List.of(next, now), chain, NAMES, Instant.now())).isEqualTo(DaneVerdict.MATCH);
    }

    @Test
    void recordsThatSmtpDoesNotKnowAreNoRecords() {
        List<TlsaRecord> records = List.of(new TlsaRecord(1, 1, 1, new byte[32]));
        assertThat(Dane.verify(records, chain, NAMES, Instant.now())).isEqualTo(DaneVerdict.UNUSABLE);
        assertThat(Dane.verify(List.of(), chain, NAMES, Instant.now())).isEqualTo(DaneVerdict.UNUSABLE);
    }

    @Test
    void aServerWithoutCertificateMatchesNothing() {
        List<TlsaRecord> records = List.of(new TlsaRecord(3, 1, 1, new byte[32]));
        assertThat(Dane.verify(records, List.of(), NAMES, Instant.now())).isEqualTo(DaneVerdict.MISMATCH);
    }

    @Test
    void aChainIsLookedAtUpToItsBound() throws Exception {
        List<TlsaRecord> authority = List.of(sha256(2, 0, foreign.getLast().getEncoded()));
        List<X509Certificate> endless = Collections.nCopies(10_000, chain.getFirst());
        assertThat(Dane.verify(authority, endless, NAMES, Instant.now())).isEqualTo(DaneVerdict.MISMATCH);
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofDays(40 * 365));
    }

    private static TlsaRecord sha256(int usage, int selector, byte[] octets) throws Exception {
        return new TlsaRecord(
                usage, selector, 1, MessageDigest.getInstance("SHA-256").digest(octets));
    }

    private static List<X509Certificate> chain(Path directory) throws Exception {
        TlsCertificate made = new DemoAuthority(
                        directory, List.of(NAMES.iterator().next()), Clock.systemUTC(), new SecureRandom())
                .load()
                .getFirst();
        return List.copyOf(made.chain());
    }
}
