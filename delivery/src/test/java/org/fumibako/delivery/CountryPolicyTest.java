// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent.RefusedAbroad.Place;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.AddressBlock;
import org.fumibako.registry.Account;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.TravelPass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryPolicyTest {
    private static final InetAddress JAPAN = InetAddress.ofLiteral("203.0.113.1");
    private static final InetAddress AMERICA = InetAddress.ofLiteral("198.51.100.1");
    private static final Map<InetAddress, String> COUNTRIES = Map.of(JAPAN, "JP", AMERICA, "US");
    private static final CountryRule LIMITED = new CountryRule(true, Set.of(), List.of());
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Account TARO = new Account(
            new AccountId(1),
            new CustomerId(1),
            new DomainId(1),
            EmailAddress.of("taro@example.jp"),
            Quota.DEFAULT,
            false);

    private static Optional<Whereabouts> check(CountrySettings settings, CountryRule rule, InetAddress peer) {
        Countries countries = address -> Optional.ofNullable(COUNTRIES.get(address));
        return new CountryPolicy(countries, settings, account -> rule, () -> NOW).check(TARO, peer);
    }

    @Test
    void homeIsOpenAndAbroadIsToldWhyInOneAsciiSentenceThatFits() {
        assertThat(check(CountrySettings.DEFAULT, LIMITED, JAPAN)).isEmpty();
        Whereabouts abroad = check(CountrySettings.DEFAULT, LIMITED, AMERICA).orElseThrow();
        assertThat(abroad).isEqualTo(new Whereabouts(AMERICA, "US", Place.ABROAD));
        SmtpReply refusal = abroad.refusal();
        assertThat(refusal.code()).isEqualTo(550);
        assertThat(refusal.text()).contains("from abroad", "198.51.100.1", "country US", "travel pass", "Kaigai");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(refusal.text()))
                .isTrue();
        // RFC 5321 §4.5.3.1.5: 512 octets with code and line end; an IPv6 address has up to 36 characters more than
        // this.
        assertThat(refusal.text().length()).isLessThan(512 - 12 - 36);
    }

    @Test
    void homeIsWhatTheOperatorCallsHome() {
        CountrySettings american = new CountrySettings(Set.of("US"), List.of(), true, true);
        assertThat(check(american, LIMITED, AMERICA)).isEmpty();
        assertThat(check(american, LIMITED, JAPAN)).isPresent();
    }

    @Test
    void switchAllowedAddressAndExemptRelayEachOpenTheDoor() {
        assertThat(check(CountrySettings.DEFAULT, new CountryRule(false, Set.of(), List.of()), AMERICA))
                .isEmpty();
        assertThat(check(CountrySettings.DEFAULT, new CountryRule(true, Set.of(AMERICA), List.of()), AMERICA))
                .isEmpty();
        AddressBlock relays = AddressBlock.parse("198.51.100.0/24").orElseThrow();
        assertThat(check(new CountrySettings(Set.of("JP"), List.of(relays), true, true), LIMITED, AMERICA))
                .isEmpty();
    }

    @Test
    void travelPassOpensItsCountriesInItsTimeOnly() {
        assertThat(check(CountrySettings.DEFAULT, travelling("US", NOW, NOW.plusMillis(1)), AMERICA))
                .isEmpty();
        assertThat(check(CountrySettings.DEFAULT, travelling("US", NOW.minusMillis(1), NOW), AMERICA))
                .isPresent();
        assertThat(check(CountrySettings.DEFAULT, travelling("US", NOW.plusMillis(1), NOW.plusMillis(2)), AMERICA))
                .isPresent();
        assertThat(check(CountrySettings.DEFAULT, travelling("FR", NOW, NOW.plusMillis(1)), AMERICA))
                .isPresent();
    }

    private static CountryRule travelling(String country, Instant from, Instant until) {
        return new CountryRule(true, Set.of(), List.of(new TravelPass(1, Set.of(country), from, until)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.0.1",
                "169.254.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "fc00::1"
            })
    void privateAddressDoesAsConfigured(String address) {
        InetAddress peer = InetAddress.ofLiteral(address);
        assertThat(check(new CountrySettings(Set.of("JP"), List.of(), false, true), LIMITED, peer))
                .isEmpty();
        assertThat(check(new CountrySettings(Set.of("JP"), List.of(), true, false), LIMITED, peer))
                .contains(new Whereabouts(peer, "", Place.PRIVATE_NETWORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "100.63.255.255", "100.128.0.0", "172.32.0.1", "2001:db8::1", "fe00::1"})
    void addressOfNoKnownCountryDoesAsConfigured(String address) {
        InetAddress peer = InetAddress.ofLiteral(address);
        assertThat(check(new CountrySettings(Set.of("JP"), List.of(), true, false), LIMITED, peer))
                .isEmpty();
        assertThat(check(new CountrySettings(Set.of("JP"), List.of(), false, true), LIMITED, peer))
                .contains(new Whereabouts(peer, "", Place.UNKNOWN_COUNTRY));
    }
}
