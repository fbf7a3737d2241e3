// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;

class DkimKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void whatIsPublishedIsTheKey() throws SignatureFault {
        for (DkimKey key : List.of(Forge.RSA, Forge.ED25519)) {
            KeyRecord record = KeyRecord.parse(key.record().joined());
            record.check(key.algorithm());
            assertThat(record.testing()).isFalse();
        }
        assertThat(Forge.RSA.record().strings()).hasSize(2);
        assertThat(Forge.ED25519.record().strings()).hasSize(1);
        assertThat(KeyRecord.parse(Forge.RSA.recordText()).bits()).isEqualTo(DkimKey.RSA_BITS);
        assertThat(Forge.RSA.recordName()).isEqualTo(DnsName.of("rsa._domainkey.example.test"));
    }

    @Test
    void aKeyThatWasKeptIsTheSameKey() {
        for (DkimKey key : List.of(Forge.RSA, Forge.ED25519)) {
            DkimKey read = DkimKey.of(key.stored(NOW));
            assertThat(read.recordText()).isEqualTo(key.recordText());
            assertThat(read.stored(NOW)).isEqualTo(key.stored(NOW));
            assertThat(read.algorithm()).isEqualTo(key.algorithm());
        }
    }

    @Test
    void aDamagedKeyIsRefusedWithoutShowingIt() {
        StoredDkimKey good = Forge.RSA.stored(NOW);
        StoredDkimKey damaged = new StoredDkimKey(
                good.domain(),
                good.selector(),
                good.algorithm(),
                Arrays.copyOf(good.privateKey(), 100),
                good.publicKey(),
                NOW);
        assertThatThrownBy(() -> DkimKey.of(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a key: rsa._domainkey.example.test rsa-sha256");
    }

    @Test
    void aSelectorThatMakesNoNameIsRefused() {
        DomainName domain = DomainName.of("example.test");
        assertThatThrownBy(() -> DkimKey.generate(domain, "a b", SignatureAlgorithm.ED25519_SHA256, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsTakenApartOnceUntilAnotherTakesItsPlace() {
        DomainName domain = DomainName.of("example.test");
        DkimKey successor = DkimKey.generate(domain, "ed", SignatureAlgorithm.ED25519_SHA256, new SecureRandom());
        StoredDkimKey[] now = {Forge.ED25519.stored(NOW)};
        SigningKeys keys = new SigningKeys(asked -> asked.equals(domain) ? List.of(now[0]) : List.of());
        DkimKey first = keys.of(domain).getFirst();
        assertThat(keys.of(domain).getFirst()).isSameAs(first);
        now[0] = successor.stored(NOW);
        assertThat(keys.of(domain).getFirst().recordText()).isEqualTo(successor.recordText());
        assertThat(keys.of(DomainName.of("other.test"))).isEmpty();
    }
}
