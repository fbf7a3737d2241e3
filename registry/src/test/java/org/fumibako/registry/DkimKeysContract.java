// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.dkim.SigningKey;
import org.fumibako.registry.zone.PublishedKey;
import org.junit.jupiter.api.Test;

/** The keys that domains sign with. */
interface DkimKeysContract {
    DomainName SIGNER = DomainName.of("example.jp");
    DomainName SUBDOMAIN = DomainName.of("shop.example.jp");

    Office office();

    private Office staffed() {
        Office office = office();
        Customer customer = office.customer("demo");
        office.domain("example.jp", customer);
        office.domain("shop.example.jp", customer);
        return office;
    }

    private static SigningKey key(DomainName domain, String selector, Instant created) {
        return new SigningKey(
                domain, selector, "rsa-sha256", new byte[] {1, 2, -3}, new byte[] {4, -5}, "v=DKIM1; p=BPs=", created);
    }

    @Test
    default void everyDomainSignsFromTheBeginningAndWaitsForItsKeys() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            assertThat(keys.signing()).containsExactly(SIGNER, SUBDOMAIN);
            assertThat(keys.waiting()).containsExactly(SIGNER, SUBDOMAIN);
            assertThat(keys.signs(SUBDOMAIN)).isTrue();
            assertThat(keys.of(SIGNER)).isEmpty();
        }
    }

    @Test
    default void keysAreKeptOverARestartAndListedOldestFirst() {
        try (Office office = staffed()) {
            Instant now = office.clock.instant();
            SigningKey younger = key(SIGNER, "a", now);
            SigningKey older = key(SIGNER, "b", now.minus(Duration.ofDays(1)));
            assertThat(office.registry().dkim().keep(SIGNER, List.of(younger, older), DESK))
                    .isTrue();
            office.reopen();
            List<SigningKey> kept = office.registry().dkim().of(SIGNER);
            assertThat(kept).containsExactly(older, younger);
            assertThat(kept.getFirst().privateKey()).isEqualTo(older.privateKey());
            assertThat(kept.getFirst().created()).isEqualTo(older.created());
            assertThat(office.registry().dkim().waiting()).containsExactly(SUBDOMAIN);
        }
    }

    @Test
    default void oneKeyIsDeletedAndTheOthersStay() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            Instant now = office.clock.instant();
            keys.keep(SIGNER, List.of(key(SIGNER, "a", now), key(SIGNER, "b", now)), DESK);
            keys.delete(SIGNER, "a", DESK);
            assertThat(keys.of(SIGNER)).extracting(SigningKey::selector).containsExactly("b");
            assertRefused(Reason.NOT_FOUND, "key a", () -> keys.delete(SIGNER, "a", DESK));
            assertRefused(Reason.NOT_FOUND, "key b", () -> keys.delete(SUBDOMAIN, "b", DESK));
        }
    }

    @Test
    default void domainThatIsSwitchedOffLosesItsKeysAndGetsNone() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            SigningKey key = key(SIGNER, "a", office.clock.instant());
            keys.keep(SIGNER, List.of(key), DESK);
            keys.sign(SIGNER, false, DESK);
            assertThat(keys.of(SIGNER)).isEmpty();
            assertThat(keys.signs(SIGNER)).isFalse();
            assertThat(keys.signing()).containsExactly(SUBDOMAIN);
            assertThat(keys.waiting()).containsExactly(SUBDOMAIN);
            assertThat(keys.keep(SIGNER, List.of(key), DESK)).isFalse();
            assertThat(keys.of(SIGNER)).isEmpty();
            keys.sign(SIGNER, true, DESK);
            assertThat(keys.waiting()).containsExactly(SIGNER, SUBDOMAIN);
        }
    }

    @Test
    default void everyKeyThatIsKeptIsPublished() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            Instant now = office.clock.instant();
            assertThat(keys.published().of(SIGNER)).isEmpty();
            keys.keep(SIGNER, List.of(key(SIGNER, "a", now), key(SIGNER, "b", now)), DESK);
            assertThat(keys.published().of(SIGNER))
                    .containsExactly(
                            new PublishedKey("a", "v=DKIM1; p=BPs="), new PublishedKey("b", "v=DKIM1; p=BPs="));
            keys.delete(SIGNER, "a", DESK);
            assertThat(keys.published().of(SIGNER))
                    .extracting(PublishedKey::selector)
                    .containsExactly("b");
        }
    }

    @Test
    default void keysGoWithTheirDomain() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            SigningKey key = key(SIGNER, "a", office.clock.instant());
            keys.keep(SIGNER, List.of(key), DESK);
            assertThat(keys.of(SIGNER)).containsExactly(key);
            office.registry().domains().delete(SIGNER, DESK);
            assertThat(keys.of(SIGNER)).isEmpty();
            assertThat(keys.keep(SIGNER, List.of(key), DESK)).isFalse();
            office.domain("example.jp", office.registry().customers().list().getFirst());
            assertThat(keys.of(SIGNER)).isEmpty();
        }
    }

    @Test
    default void whoListensIsToldWhoseKeysChanged() {
        try (Office office = staffed()) {
            DkimKeys keys = office.registry().dkim();
            List<DomainName> told = new ArrayList<>();
            keys.onChange(told::add);
            keys.keep(SIGNER, List.of(key(SIGNER, "a", office.clock.instant())), DESK);
            keys.delete(SIGNER, "a", DESK);
            keys.sign(SUBDOMAIN, false, DESK);
            keys.keep(SUBDOMAIN, List.of(key(SUBDOMAIN, "a", office.clock.instant())), DESK);
            assertThat(told).containsExactly(SIGNER, SIGNER, SUBDOMAIN);
        }
    }

    @Test
    default void theJournalNamesKeysAndNeverShowsThem() {
        try (Office office = staffed()) {
            office.registry().dkim().keep(SIGNER, List.of(key(SIGNER, "r20261125", office.clock.instant())), DESK);
            assertThat(office.rows().getLast().event().toString())
                    .contains("domain example.jp got DKIM keys r20261125")
                    .doesNotContain("AQL9");
        }
    }
}
