// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.AutoReply.Wording;
import org.fumibako.registry.sorting.Scripts;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.registry.sorting.SortingRules.Sorting;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.registry.sorting.StoredScript;
import org.junit.jupiter.api.Test;

/** Scripts, automatic replies, and what both remember. */
interface SortingContract {
    EmailAddress TARO = EmailAddress.of("taro@example.jp");

    String NAME = "The name of a script has 1 to 128 characters, and no control characters.";

    Office office();

    private Office house() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        office.account("jiro@example.jp");
        return office;
    }

    private static AccountId taro(Office office) {
        return office.registry().account(TARO).orElseThrow().id();
    }

    @Test
    default void oneOfSeveralScriptsIsActive() {
        try (Office office = house()) {
            Scripts scripts = office.registry().scripts();
            scripts.put(TARO, "b", "keep;", DESK);
            scripts.put(TARO, "a", "discard;", DESK);
            assertThat(office.registry().sorting().of(taro(office))).isEqualTo(Sorting.NONE);
            scripts.activate(TARO, Optional.of("a"), DESK);
            scripts.activate(TARO, Optional.of("b"), DESK);
            assertThat(scripts.list(TARO))
                    .extracting(StoredScript::name, StoredScript::octets, StoredScript::active)
                    .containsExactly(tuple("a", 8L, false), tuple("b", 5L, true));
            assertThat(office.registry().sorting().of(taro(office)).active()).contains(new Source("b", "keep;"));
            scripts.put(TARO, "b", "stop;", DESK);
            assertThat(office.registry().sorting().of(taro(office)).active()).contains(new Source("b", "stop;"));
            assertRefused(
                    Reason.IN_USE,
                    "The script \"b\" is active; deactivate it first.",
                    () -> scripts.delete(TARO, "b", DESK));
            scripts.rename(TARO, "b", "c", DESK);
            assertThat(office.registry().sorting().of(taro(office)).active()).contains(new Source("c", "stop;"));
            assertRefused(
                    Reason.ALREADY_EXISTS,
                    "There is a script \"a\" already.",
                    () -> scripts.rename(TARO, "c", "a", DESK));
            scripts.activate(TARO, Optional.empty(), DESK);
            scripts.delete(TARO, "c", DESK);
            assertRefused(
                    Reason.NOT_FOUND,
                    "There is no script \"c\".",
                    () -> scripts.activate(TARO, Optional.of("c"), DESK));
            assertThat(scripts.get(TARO, "a")).contains("discard;");
        }
    }

    @Test
    default void scriptsAreBoundedInSizeNumberAndName() {
        try (Office office = house()) {
            Scripts scripts = office.registry().scripts();
            scripts.put(TARO, "n".repeat(Scripts.MAX_NAME), "#".repeat(Scripts.MAX_OCTETS), DESK);
            assertRefused(
                    Reason.OVER_LIMIT,
                    "A script has 262144 octets at most.",
                    () -> scripts.put(TARO, "x", "#".repeat(Scripts.MAX_OCTETS + 1), DESK));
            assertRefused(Reason.INVALID, NAME, () -> scripts.put(TARO, "n".repeat(Scripts.MAX_NAME + 1), "", DESK));
            assertRefused(Reason.INVALID, NAME, () -> scripts.put(TARO, "a\nb", "", DESK));
            for (int i = 1; i < Scripts.MAX_SCRIPTS; i++) {
                scripts.put(TARO, "s" + i, "#", DESK);
            }
            assertRefused(
                    Reason.OVER_LIMIT, "An account has 20 scripts at most.", () -> scripts.put(TARO, "more", "", DESK));
            scripts.put(TARO, "s1", "keep;", DESK);
        }
    }

    @Test
    default void rulesOfADomainAreThoseOfAllItsAccounts() {
        try (Office office = house()) {
            DomainName domain = DomainName.of("example.jp");
            office.registry().scripts().putOfDomain(domain, Optional.of("keep;"), DESK);
            assertThat(office.registry()
                            .sorting()
                            .of(taro(office))
                            .domain()
                            .orElseThrow()
                            .text())
                    .isEqualTo("keep;");
            assertThat(office.registry().scripts().ofDomain(domain)).contains("keep;");
            office.registry().scripts().putOfDomain(domain, Optional.empty(), DESK);
            assertThat(office.registry().sorting().of(taro(office)).isNone()).isTrue();
        }
    }

    @Test
    default void automaticReplyIsKeptAndHasItsPeriod() {
        try (Office office = house()) {
            Instant begin = Instant.parse("2026-12-28T00:00:00Z");
            AutoReply reply = new AutoReply(
                    true,
                    Optional.of(begin),
                    Optional.of(begin.plus(Duration.ofDays(7))),
                    Optional.of(new Wording("", "不在です")),
                    Optional.empty());
            office.registry().autoReplies().set(TARO, reply, DESK);
            office.reopen();
            assertThat(office.registry().autoReplies().of(TARO)).isEqualTo(reply);
            assertThat(office.registry().sorting().of(taro(office)).reply()).isEqualTo(reply);
            assertThat(reply.isOn(begin.minusMillis(1))).isFalse();
            assertThat(reply.isOn(begin)).isTrue();
            assertThat(reply.isOn(begin.plus(Duration.ofDays(7)))).isFalse();
            AutoReply empty =
                    new AutoReply(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            assertRefused(
                    Reason.INVALID,
                    "An automatic reply needs a text.",
                    () -> office.registry().autoReplies().set(TARO, empty, DESK));
        }
    }

    @Test
    default void correspondentIsAnsweredOnceUntilTheTimeIsOver() {
        try (Office office = house()) {
            SortingRules rules = office.registry().sorting();
            EmailAddress hanako = EmailAddress.of("Hanako@far.test");
            Instant until = office.clock.instant().plus(Duration.ofDays(7));
            assertThat(rules.claimReply(taro(office), hanako, "", until)).isTrue();
            assertThat(office.colleague()
                            .sorting()
                            .claimReply(taro(office), EmailAddress.of("hanako@far.test"), "", until))
                    .isFalse();
            assertThat(rules.claimReply(taro(office), hanako, "other words", until))
                    .isTrue();
            office.clock.advance(Duration.ofDays(7));
            assertThat(rules.claimReply(taro(office), hanako, "", until.plus(Duration.ofDays(7))))
                    .isTrue();
        }
    }

    @Test
    default void duplicatesAreRememberedForTheirTimeAndByTheirAccountOnly() {
        try (Office office = house()) {
            SortingRules rules = office.registry().sorting();
            AccountId jiro = office.registry()
                    .account(EmailAddress.of("jiro@example.jp"))
                    .orElseThrow()
                    .id();
            rules.remember(taro(office), "id", office.clock.instant().plus(Duration.ofHours(1)));
            assertThat(rules.isSeen(taro(office), "id")).isTrue();
            assertThat(rules.isSeen(jiro, "id")).isFalse();
            office.clock.advance(Duration.ofHours(1));
            assertThat(rules.isSeen(taro(office), "id")).isFalse();
        }
    }

    @Test
    default void targetOfARuleIsKnownToBouncesAndNoTargetOfTheAccount() {
        try (Office office = house()) {
            EmailAddress out = EmailAddress.of("out@far.test");
            Forwarding.Target target = office.registry().sorting().target(taro(office), out);
            assertThat(office.registry().sorting().target(taro(office), out)).isEqualTo(target);
            assertThat(office.registry().forwards().of(TARO).targets()).isEmpty();
            assertThat(office.registry()
                            .forwards()
                            .rules()
                            .find(target.id())
                            .orElseThrow()
                            .account())
                    .isEqualTo(taro(office));
            assertThat(office.registry().forwards().add(TARO, out, DESK).targets())
                    .extracting(Forwarding.Target::id)
                    .containsExactly(target.id());
        }
    }
}
