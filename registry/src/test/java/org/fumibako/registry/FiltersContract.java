// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.filter.Delays;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.FilterPolicies.Kind;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.Lesson;
import org.fumibako.registry.filter.Memories;
import org.fumibako.registry.filter.SenderPattern;
import org.junit.jupiter.api.Test;

/** What domains want of the spam filter. */
interface FiltersContract {
    DomainName SHOP = DomainName.of("example.jp");

    Office office();

    private static boolean allows(FilterPolicy policy, String sender) {
        return policy.allows(List.of(EmailAddress.of(sender)));
    }

    @Test
    default void filterIsOffUntilADomainWantsIt() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            FilterPolicies filters = office.registry().filters();
            assertThat(filters.of(SHOP)).isEqualTo(FilterPolicy.DEFAULT);
            assertThat(filters.of(SHOP).isOff()).isTrue();
            filters.set(SHOP, FilterLevel.STRICT, FilterAction.TRASH, false, DESK);
            filters.set(SHOP, FilterLevel.STANDARD, FilterAction.KEEP, true, DESK);
            assertThat(filters.of(SHOP).level()).isEqualTo(FilterLevel.STANDARD);
            assertThat(filters.of(SHOP).action()).isEqualTo(FilterAction.KEEP);
            assertThat(filters.of(SHOP).tag()).isTrue();
        }
    }

    @Test
    default void changeIsSeenAtOnceByWhoeverDelivers() {
        try (Office office = office()) {
            var domain = office.domain("example.jp", office.customer("demo"));
            FilterPolicies filters = office.registry().filters();
            assertThat(filters.of(domain.id()).isOff()).isTrue();
            filters.set(SHOP, FilterLevel.STRICT, FilterAction.JUNK, true, DESK);
            assertThat(filters.of(domain.id()).level()).isEqualTo(FilterLevel.STRICT);
        }
    }

    @Test
    default void listsHoldAddressesAndDomainsWithStars() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            FilterPolicies filters = office.registry().filters();
            filters.set(SHOP, FilterLevel.STANDARD, FilterAction.JUNK, true, DESK);
            for (String entry :
                    List.of("Friend@example.com", "*.trusted.example", "news@*", "plain.example", "a*b@x.example")) {
                filters.add(SHOP, Kind.ALLOW, SenderPattern.parse(entry), DESK);
            }
            filters.add(SHOP, Kind.BLOCK, SenderPattern.parse("*@spam.example"), DESK);
            FilterPolicy policy = filters.of(SHOP);
            assertThat(List.of(
                            "friend@EXAMPLE.com",
                            "x@mail.trusted.example",
                            "news@any.example",
                            "who@plain.example",
                            "a12b@x.example"))
                    .allMatch(sender -> allows(policy, sender));
            assertThat(List.of(
                            "foe@example.com",
                            "x@trusted.example",
                            "anews@any.example",
                            "x@sub.plain.example",
                            "a12c@x.example"))
                    .noneMatch(sender -> allows(policy, sender));
            assertThat(policy.blocks(List.of(EmailAddress.of("y@spam.example"))))
                    .isTrue();
            filters.remove(SHOP, Kind.ALLOW, SenderPattern.parse("news@*"), DESK);
            assertThat(allows(filters.of(SHOP), "news@any.example")).isFalse();
        }
    }

    @Test
    default void listsRefuseWhatMeansNothingOrEverything() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            for (String entry : List.of("", "*", "*@*", "a@b@c", "a b@c.example", "x".repeat(300))) {
                assertRefused(Reason.INVALID, "An entry is", () -> SenderPattern.parse(entry));
            }
            assertRefused(
                    Reason.NOT_FOUND,
                    "x@y.example",
                    () -> office.registry()
                            .filters()
                            .remove(SHOP, Kind.ALLOW, SenderPattern.parse("x@y.example"), DESK));
        }
    }

    @Test
    default void whoWaitsIsSetForADomainAndTakenBackWithTheRest() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            FilterPolicies filters = office.registry().filters();
            assertThat(filters.of(SHOP).delays()).isEqualTo(Delays.NONE);
            filters.set(SHOP, DESK, before -> before.with(new Delays(true, false)));
            assertThat(filters.of(SHOP).delays()).isEqualTo(new Delays(true, false));
            String state = filters.state(office.registry()
                            .domains()
                            .find(SHOP)
                            .orElseThrow()
                            .id()
                            .value())
                    .orElseThrow();
            filters.set(SHOP, FilterLevel.STRICT, FilterAction.JUNK, true, DESK);
            assertThat(filters.of(SHOP).delays())
                    .as("another setting leaves them")
                    .isEqualTo(new Delays(true, false));
            filters.set(SHOP, DESK, before -> before.with(new Delays(false, true)));
            long id = office.registry().domains().find(SHOP).orElseThrow().id().value();
            filters.restore(id, state, DESK);
            assertThat(filters.of(SHOP).delays()).isEqualTo(new Delays(true, false));
        }
    }

    @Test
    default void lessonIsKeptWithTheJudgementAndHowFarTheJournalWasRead() {
        try (Office office = office()) {
            var domain = office.domain("example.jp", office.customer("demo"));
            var taro = office.account("taro@example.jp");
            Memories memories = office.registry().memories();
            assertThat(memories.position()).isZero();
            assertThat(memories.of(taro.id())).isEmpty();
            memories.learn(
                    new Lesson(7, taro.id(), domain.id(), 40, Optional.of(true)), new byte[] {0, -1}, new byte[] {3});
            assertThat(memories.position()).isEqualTo(7);
            assertThat(memories.judgement(taro.id(), 40)).contains(true);
            assertThat(memories.of(taro.id())).hasValue(new byte[] {0, -1});
            assertThat(memories.of(domain.id())).hasValue(new byte[] {3});
            memories.learn(new Lesson(9, taro.id(), domain.id(), 40, Optional.empty()), new byte[] {5}, new byte[] {6});
            memories.passed(12);
            assertThat(memories.position()).isEqualTo(12);
            assertThat(memories.judgement(taro.id(), 40)).isEmpty();
            assertThat(memories.of(taro.id())).hasValue(new byte[] {5});
        }
    }

    @Test
    default void onlyTheLatestJudgementsCanBeTakenBack() {
        try (Office office = office()) {
            var domain = office.domain("example.jp", office.customer("demo"));
            var taro = office.account("taro@example.jp");
            Memories memories = office.registry().memories();
            for (int i = 1; i <= Memories.MAX_JUDGEMENTS + 1; i++) {
                memories.learn(new Lesson(i, taro.id(), domain.id(), i, Optional.of(false)), new byte[1], new byte[1]);
            }
            assertThat(memories.judgement(taro.id(), 1)).isEmpty();
            assertThat(memories.judgement(taro.id(), 2)).contains(false);
        }
    }
}
