// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.fumibako.registry.zone.ZonesContract.EXAMPLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.DomainName;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.NameServerState.Standing;
import org.junit.jupiter.api.Test;

/** What the world sees of a domain, and since when. */
interface NameServersContract {
    Town town();

    @Test
    default void aChangeOfNameServersBeginsADay() {
        try (Town town = town();
                NameServerWatch watch = watch(town, Town.START)) {
            town.domain("example.jp", "one");
            assertThat(watch.state(EXAMPLE)).isEmpty();
            town.world.set("example.jp", RecordType.NS, "ns.elsewhere.example");
            assertThat(watch.check(EXAMPLE))
                    .contains(new NameServerState(
                            Standing.ELSEWHERE, List.of(DnsName.of("ns.elsewhere.example")), Town.START, Town.START));
            Instant later = Town.START.plus(Duration.ofHours(5));
            try (NameServerWatch afterwards = watch(town, later)) {
                assertThat(afterwards.check(EXAMPLE).orElseThrow().since()).isEqualTo(Town.START);
                town.world.set("example.jp", RecordType.NS, "ns2.example.net", "NS1.example.net");
                NameServerState ours = afterwards.check(EXAMPLE).orElseThrow();
                assertThat(ours.standing()).isEqualTo(Standing.OURS);
                assertThat(ours.since()).isEqualTo(later);
                assertThat(ours.isSettling(later.plus(Duration.ofHours(24)).minusMillis(1)))
                        .isTrue();
                assertThat(ours.isSettling(later.plus(Duration.ofHours(24)))).isFalse();
                assertThat(afterwards.state(EXAMPLE)).contains(ours);
            }
            assertThat(town.rows())
                    .extracting(row -> row.event())
                    .contains(new JournalEvent.DnsChanged(
                            "example.jp", "name servers are now ns1.example.net, ns2.example.net, which are ours"));
        }
    }

    @Test
    default void whoseNameServersTheyAreIsTold() {
        try (Town town = town();
                NameServerWatch watch = watch(town, Town.START)) {
            town.domain("shop.example.jp", "one");
            DomainName shop = DomainName.of("shop.example.jp");
            town.world.fail = true;
            assertThat(watch.check(shop)).isEmpty();
            town.world.fail = false;
            assertThat(watch.check(shop).orElseThrow().standing()).isEqualTo(Standing.NOT_DELEGATED);
            town.world.set("shop.example.jp", RecordType.A, "192.0.2.1");
            town.world.set("example.jp", RecordType.NS, "ns1.example.net", "ns.elsewhere.example");
            assertThat(watch.check(shop).orElseThrow().standing()).isEqualTo(Standing.PARTLY_OURS);
            town.world.fail = true;
            assertThat(watch.check(shop).orElseThrow().standing()).isEqualTo(Standing.PARTLY_OURS);
            assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> watch.check(EXAMPLE));
        }
    }

    @Test
    default void aRoundLooksAtWhatIsDue() {
        try (Town town = town();
                NameServerWatch watch = watch(town, Town.START);
                NameServerWatch later = watch(town, Town.START.plus(NameServerWatch.INTERVAL))) {
            town.domain("example.jp", "one");
            town.domain("example.com", "two");
            watch.check(EXAMPLE);
            assertThat(watch.round()).isEqualTo(1);
            assertThat(watch.round()).isZero();
            assertThat(later.round()).isEqualTo(2);
        }
    }

    @Test
    default void eachAutomaticRecordIsLookedForInTheWorld() {
        try (Town town = town()) {
            town.domain("example.jp", "one");
            town.world.set("example.jp", RecordType.MX, "10 sv001.example.net");
            town.world.set("example.jp", RecordType.TXT, "\"v=spf1 -all\"", "\"verification\"");
            town.world.set(
                    "_dmarc.example.jp", RecordType.TXT, "\"v=DMARC1; p=none; \" \"rua=mailto:dmarc@example.net\"");
            town.world.set("mail.example.jp", RecordType.A, "192.0.2.99");
            List<WorldCheck.Finding> findings = new WorldCheck(town.editor(), town.world).check(EXAMPLE);
            assertThat(findings)
                    .extracting(found ->
                            found.record().name() + " " + found.record().data().type() + " " + found.standing())
                    .contains(
                            "example.jp MX THERE",
                            "example.jp TXT DIFFERENT",
                            "_dmarc.example.jp TXT THERE",
                            "mail.example.jp A DIFFERENT",
                            "mail.example.jp AAAA MISSING",
                            "autoconfig.example.jp CNAME MISSING");
            town.world.fail = true;
            assertThat(new WorldCheck(town.editor(), town.world).check(EXAMPLE))
                    .allMatch(found -> found.standing() == WorldCheck.Standing.UNKNOWN);
        }
    }

    private static NameServerWatch watch(Town town, Instant now) {
        return new NameServerWatch(
                town.database(), town.journal(), Clock.fixed(now, ZoneOffset.UTC), Town.settings(), town.world);
    }

    /** The DNS that a test makes up. */
    final class World implements Resolver {
        private final Map<DnsName, Map<RecordType, List<RecordData>>> names = new HashMap<>();
        boolean fail;

        void set(String name, RecordType type, String... contents) {
            names.computeIfAbsent(DnsName.of(name), _ -> new HashMap<>())
                    .put(
                            type,
                            Stream.of(contents)
                                    .map(text -> RecordText.parse(type, text))
                                    .toList());
        }

        @Override
        public Answer resolve(DnsName name, RecordType type, Budget budget) {
            if (fail || !budget.spend()) {
                return new Answer.Failure(Answer.Reason.TIMEOUT, "silence");
            }
            Map<RecordType, List<RecordData>> here = names.get(name);
            if (here == null) {
                boolean above = names.keySet().stream().anyMatch(other -> other.isUnder(name));
                return above ? new Answer.NoData() : new Answer.NoSuchName();
            }
            List<RecordData> data = here.getOrDefault(type, List.of());
            return data.isEmpty() ? new Answer.NoData() : new Answer.Records(data, Duration.ofHours(1), false);
        }
    }
}
