// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.zone.Town.DESK;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.server.Serial;
import org.fumibako.dns.server.Zone;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Registry;
import org.junit.jupiter.api.Test;

/** Which zones there are, what is in them by itself, and when their serials rise. */
interface ZonesContract {
    DomainName EXAMPLE = DomainName.of("example.jp");

    Town town();

    @Test
    default void aDomainThatIsAddedHasEverythingThatMailNeeds() {
        try (Town town = town()) {
            town.keys.set(EXAMPLE, new PublishedKey("s1", "v=DKIM1; k=ed25519; p=AAAA"));
            town.domain("example.jp", "one");
            Zone zone = town.last();
            assertThat(zone.soa().primary()).isEqualTo(DnsName.of("ns1.example.net"));
            assertThat(zone.soa().contact()).isEqualTo(DnsName.of("hostmaster.example.net"));
            String sts = Town.settings().sts().orElseThrow().id(Town.HOST);
            assertThat(Town.lines(zone))
                    .containsExactlyInAnyOrderElementsOf(
                            """
                    example.jp. 3600 IN NS ns1.example.net.
                    example.jp. 3600 IN NS ns2.example.net.
                    example.jp. 3600 IN MX 10 sv001.example.net.
                    example.jp. 3600 IN TXT "v=spf1 +a:sv001.example.net +a:example.jp +mx include:spf.provider.example ~all"
                    mail.example.jp. 3600 IN A 192.0.2.25
                    mail.example.jp. 3600 IN AAAA 2001:db8:0:0:0:0:0:25
                    s1._domainkey.example.jp. 3600 IN TXT "v=DKIM1; k=ed25519; p=AAAA"
                    _dmarc.example.jp. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.net"
                    _mta-sts.example.jp. 3600 IN TXT "v=STSv1; id=%s;"
                    mta-sts.example.jp. 3600 IN CNAME sv001.example.net.
                    _smtp._tls.example.jp. 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.net"
                    autoconfig.example.jp. 3600 IN CNAME sv001.example.net.
                    autodiscover.example.jp. 3600 IN CNAME sv001.example.net.
                    _autodiscover._tcp.example.jp. 3600 IN SRV 0 0 443 sv001.example.net.
                    _submission._tcp.example.jp. 3600 IN SRV 0 1 587 sv001.example.net.
                    _submissions._tcp.example.jp. 3600 IN SRV 0 1 465 sv001.example.net.
                    _imap._tcp.example.jp. 3600 IN SRV 0 1 143 sv001.example.net.
                    _imaps._tcp.example.jp. 3600 IN SRV 0 1 993 sv001.example.net.
                    _pop3._tcp.example.jp. 3600 IN SRV 10 1 110 sv001.example.net.
                    _pop3s._tcp.example.jp. 3600 IN SRV 10 1 995 sv001.example.net.
                    """.formatted(sts).lines().toList());
        }
    }

    @Test
    default void aSubdomainIsInItsDomainsZoneWithKeysButWithoutSpf() {
        try (Town town = town()) {
            DomainName sub = DomainName.of("sub.example.jp");
            town.keys.set(sub, new PublishedKey("s1", "v=DKIM1; p=BBBB"));
            town.domain("sub.example.jp", "one");
            assertThat(town.last().apex()).isEqualTo(DnsName.of("sub.example.jp"));
            town.domain("example.jp", "one");
            assertThat(town.removed).containsExactly(DnsName.of("sub.example.jp"));
            assertThat(Town.lines(town.last()))
                    .contains(
                            "s1._domainkey.sub.example.jp. 3600 IN TXT \"v=DKIM1; p=BBBB\"",
                            "sub.example.jp. 3600 IN MX 10 sv001.example.net.")
                    .noneMatch(line -> line.startsWith("sub.example.jp.") && line.contains("v=spf1"))
                    .noneMatch(line -> line.startsWith("_dmarc.sub."));
            town.registry().domains().delete(EXAMPLE, DESK);
            assertThat(town.last().apex()).isEqualTo(DnsName.of("sub.example.jp"));
            assertThat(Serial.isAfter(
                            town.last().serial(), town.replaced.getFirst().serial()))
                    .isTrue();
        }
    }

    @Test
    default void nobodyTakesNamesOutOfAnothersZone() {
        try (Town town = town()) {
            town.domain("shop.example.org", "one");
            town.domain("www.shop.example.org", "two");
            town.domain("a.www.shop.example.org", "two");
            assertThat(town.zones().zones()).extracting(Zone::apex).containsExactly(DnsName.of("shop.example.org"));
            town.domain("example.org", "two");
            assertThat(town.zones().zones())
                    .extracting(Zone::apex)
                    .containsExactlyInAnyOrder(DnsName.of("shop.example.org"), DnsName.of("example.org"));
            town.registry().domains().delete(DomainName.of("shop.example.org"), DESK);
            assertThat(town.zones().zones()).extracting(Zone::apex).containsExactly(DnsName.of("example.org"));
        }
    }

    @Test
    default void theSerialRisesExactlyWhenSomethingHasChanged() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            long first = town.last().serial();
            assertThat(first).isEqualTo(Town.START.getEpochSecond());
            town.keys.set(EXAMPLE);
            assertThat(town.replaced).hasSize(1);
            town.keys.set(EXAMPLE, new PublishedKey("s1", "v=DKIM1; p=AAAA"));
            assertThat(town.last().serial()).isEqualTo(first + 1);
            assertThat(town.open(Town.settings()).zones())
                    .singleElement()
                    .extracting(Zone::serial)
                    .isEqualTo(first + 1);
            assertThat(town.open(ZoneSettings.of(Town.HOST)).zones())
                    .singleElement()
                    .extracting(Zone::serial)
                    .isEqualTo(first + 2);
            town.registry().domains().delete(EXAMPLE, DESK);
            assertThat(town.removed).containsExactly(DnsName.of("example.jp"));
            town.domain("example.jp", "one");
            assertThat(town.last().serial()).isEqualTo(first + 3);
        }
    }

    @Test
    default void aDatabaseThatWasPutBackGetsSerialsOfItsOwn() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            town.clock = Clock.fixed(Town.START.plus(Duration.ofDays(3)), ZoneOffset.UTC);
            Zones.renew(town.database());
            assertThat(town.open(Town.settings()).zones())
                    .singleElement()
                    .extracting(Zone::serial)
                    .isEqualTo(town.clock.instant().getEpochSecond());
        }
    }

    @Test
    default void anotherProcessHearsOfChanges() {
        try (Town town = town();
                Registry colleague = town.colleague();
                Zones there =
                        new Zones(town.database(), colleague.domains(), town.clock, Town.settings(), new Town.Keys())) {
            town.domain("example.jp", "one");
            Zones here = town.zones();
            here.zones();
            town.replaced.clear();
            colleague.domains().add(DomainName.of("example.com"), "two", DESK);
            assertThat(town.replaced).isEmpty();
            here.look();
            assertThat(town.replaced).extracting(Zone::apex).containsExactly(DnsName.of("example.com"));
            colleague.domains().delete(EXAMPLE, DESK);
            here.look();
            assertThat(town.removed).containsExactly(DnsName.of("example.jp"));
            assertThat(there.zones()).isEqualTo(here.zones());
        }
    }

    @Test
    default void whatAnotherProcessMadeOfANewKeyIsServedWhenTheKeyIsSeen() {
        try (Town town = town();
                Registry colleague = town.colleague()) {
            Town.Keys theirs = new Town.Keys();
            try (Zones there = new Zones(town.database(), colleague.domains(), town.clock, Town.settings(), theirs)) {
                town.domain("example.jp", "one");
                town.zones().zones();
                there.zones();
                town.replaced.clear();
                PublishedKey key = new PublishedKey("s1", "v=DKIM1; p=AAAA");
                theirs.set(EXAMPLE, key);
                town.zones().look();
                assertThat(town.replaced).isEmpty();
                town.keys.setSilently(EXAMPLE, key);
                town.zones().look();
                assertThat(town.replaced).isEqualTo(there.zones());
            }
        }
    }

    @Test
    default void oneChangeTouchesOneZoneOfMany() {
        try (Town town = town()) {
            for (int i = 0; i < 30; i++) {
                town.domain("d" + i + ".example", "one");
            }
            town.zones().zones();
            town.replaced.clear();
            town.keys.set(DomainName.of("d7.example"), new PublishedKey("s1", "v=DKIM1; p=AAAA"));
            assertThat(town.replaced).extracting(Zone::apex).isEqualTo(List.of(DnsName.of("d7.example")));
        }
    }
}
