// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** From where accounts may send. */
interface CountriesContract {
    DomainName DOMAIN = DomainName.of("example.jp");
    EmailAddress TRAVELLER = EmailAddress.of("taro@example.jp");

    Office office();

    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        office.account("hanako@example.jp");
        return office;
    }

    @Test
    default void sendingIsLimitedUnlessTheDomainOrTheAccountSaysOtherwise() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            assertThat(rules.isLimited(DOMAIN)).isTrue();
            assertThat(rules.of(TRAVELLER).limited()).isTrue();
            rules.limit(TRAVELLER, Optional.of(false), DESK);
            assertThat(rules.of(TRAVELLER).limited()).isFalse();
            assertThat(rules.of(EmailAddress.of("hanako@example.jp")).limited()).isTrue();
            rules.limit(DOMAIN, false, DESK);
            rules.limit(TRAVELLER, Optional.of(true), DESK);
            assertThat(rules.isLimited(DOMAIN)).isFalse();
            assertThat(rules.of(TRAVELLER).limited()).isTrue();
            assertThat(rules.of(EmailAddress.of("hanako@example.jp")).limited()).isFalse();
            rules.limit(TRAVELLER, Optional.empty(), DESK);
            assertThat(rules.of(TRAVELLER).limited()).isFalse();
        }
    }

    @Test
    default void domainKnowsTheExceptionsOfItsAccounts() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            rules.limit(TRAVELLER, Optional.of(false), DESK);
            assertThat(rules.overrides(DOMAIN)).containsExactly(Map.entry(TRAVELLER, false));
            Instant now = office.clock.instant();
            TravelPass pass = rules.open(TRAVELLER, Set.of("th"), now, now.plus(Duration.ofDays(2)), DESK);
            assertThat(rules.passes(DOMAIN, now)).containsExactly(new CountryRules.AccountPass(TRAVELLER, pass));
            assertThat(rules.passes(DOMAIN, now.plus(Duration.ofDays(3)))).isEmpty();
        }
    }

    @Test
    default void singleAddressIsAllowedAndTakenBack() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            InetAddress four = InetAddress.ofLiteral("198.51.100.7");
            InetAddress six = InetAddress.ofLiteral("2001:db8::7");
            rules.allow(DOMAIN, four, DESK);
            rules.allow(DOMAIN, four, DESK);
            rules.allow(DOMAIN, six, DESK);
            assertThat(rules.allowed(DOMAIN)).containsExactlyInAnyOrder(four, six);
            assertThat(rules.of(TRAVELLER).allowed()).containsExactlyInAnyOrder(four, six);
            rules.disallow(DOMAIN, six, DESK);
            assertThat(rules.of(TRAVELLER).allowed()).containsExactly(four);
            assertRefused(Reason.NOT_FOUND, "address", () -> rules.disallow(DOMAIN, six, DESK));
        }
    }

    @Test
    default void domainAllowsAHundredAddresses() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            for (int i = 0; i < CountryRules.MAX_ADDRESSES; i++) {
                rules.allow(DOMAIN, InetAddress.ofLiteral("198.51.100." + i), DESK);
            }
            InetAddress oneMore = InetAddress.ofLiteral("198.51.101.1");
            assertRefused(Reason.OVER_LIMIT, "100", () -> rules.allow(DOMAIN, oneMore, DESK));
            assertThat(rules.allowed(DOMAIN)).hasSize(CountryRules.MAX_ADDRESSES);
        }
    }

    @Test
    default void travelPassOpensItsCountriesForItsTimeAndEndsByItself() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            Instant from = office.clock.instant().plus(Duration.ofDays(1));
            TravelPass pass = rules.open(TRAVELLER, Set.of("us", "FR"), from, from.plus(Duration.ofDays(5)), DESK);
            assertThat(rules.of(TRAVELLER).passes()).containsExactly(pass);
            assertThat(rules.of(EmailAddress.of("hanako@example.jp")).passes()).isEmpty();
            assertThat(pass.opens("US", from.minusMillis(1))).isFalse();
            assertThat(pass.opens("US", from)).isTrue();
            assertThat(pass.opens("GB", from)).isFalse();
            assertThat(pass.opens("FR", pass.until().minusMillis(1))).isTrue();
            assertThat(pass.opens("FR", pass.until())).isFalse();
            office.clock.advance(Duration.ofDays(6));
            assertThat(rules.of(TRAVELLER).passes()).isEmpty();
        }
    }

    @Test
    default void travelPassIsEndedByItsOwnAccountOnly() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            Instant now = office.clock.instant();
            TravelPass pass = rules.open(TRAVELLER, Set.of("US"), now, now.plusSeconds(9), DESK);
            EmailAddress other = EmailAddress.of("hanako@example.jp");
            assertRefused(Reason.NOT_FOUND, "travel pass", () -> rules.close(other, pass.id(), DESK));
            rules.close(TRAVELLER, pass.id(), DESK);
            assertThat(rules.of(TRAVELLER).passes()).isEmpty();
        }
    }

    @Test
    default void travelPassThatMakesNoSenseIsRefused() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            Instant now = office.clock.instant();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rules.open(TRAVELLER, Set.of("USA"), now, now.plusSeconds(1), DESK));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rules.open(TRAVELLER, Set.of(), now, now.plusSeconds(1), DESK));
            assertThatIllegalArgumentException().isThrownBy(() -> rules.open(TRAVELLER, Set.of("US"), now, now, DESK));
        }
    }

    @Test
    default void exceptionsGoWithTheirDomainAndAccount() {
        try (Office office = staffed()) {
            CountryRules rules = office.registry().countries();
            Instant now = office.clock.instant();
            rules.open(TRAVELLER, Set.of("US"), now, now.plusSeconds(9), DESK);
            rules.allow(DOMAIN, InetAddress.ofLiteral("198.51.100.7"), DESK);
            office.registry().accounts().delete(TRAVELLER, DESK);
            office.registry().accounts().delete(EmailAddress.of("hanako@example.jp"), DESK);
            office.registry().domains().delete(DOMAIN, DESK);
            office.domain("example.jp", office.registry().customers().list().getFirst());
            office.account("taro@example.jp");
            assertThat(rules.of(TRAVELLER)).isEqualTo(new CountryRule(true, Set.of(), List.of()));
        }
    }
}
