// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicies.Kind;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeQuery;
import org.fumibako.registry.history.ChangeRow;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.junit.jupiter.api.Test;

/** Settings of accounts and domains are put back as a whole. */
interface SettingUndoContract {
    EmailAddress INFO = EmailAddress.of("info@example.jp");
    EmailAddress AWAY = EmailAddress.of("info@elsewhere.test");
    EmailAddress OTHER = EmailAddress.of("other@elsewhere.test");
    DomainName PLACE = DomainName.of("example.jp");

    Office office();

    private static ChangeRow latest(Office office) {
        ChangeQuery all = new ChangeQuery(Optional.empty(), Optional.empty(), Optional.empty(), "", 0, 1);
        return office.registry().history().list(all).items().getFirst();
    }

    private static void undo(Office office) {
        office.registry().history().undo(latest(office).bundle(), DESK);
    }

    private static Office shop(Office office) {
        office.domain("example.jp", office.customer("demo"));
        office.account("info@example.jp");
        return office;
    }

    @Test
    default void forwardingIsPutBackWithItsTargets() {
        try (Office office = shop(office())) {
            Forwards forwards = office.registry().forwards();
            forwards.add(INFO, AWAY, DESK);
            Forwarding before = forwards.add(INFO, OTHER, DESK);
            forwards.delete(INFO, AWAY, DESK);
            assertThat(latest(office).kind()).isEqualTo(ChangeKind.FORWARDING_TARGETS);
            assertThat(latest(office).was()).isEqualTo("info@elsewhere.test, other@elsewhere.test");
            assertThat(latest(office).became()).isEqualTo("other@elsewhere.test");
            undo(office);
            assertThat(forwards.of(INFO).targets())
                    .extracting(Forwarding.Target::address)
                    .containsExactlyElementsOf(before.targets().stream()
                            .map(Forwarding.Target::address)
                            .toList());
            undo(office);
            assertThat(forwards.of(INFO).targets()).hasSize(1);
            forwards.keep(INFO, false, DESK);
            assertThat(latest(office).became()).isEqualTo("false");
            undo(office);
            assertThat(forwards.of(INFO).keep()).isTrue();
        }
    }

    @Test
    default void whatWasChangedAgainStays() {
        try (Office office = shop(office())) {
            Forwards forwards = office.registry().forwards();
            forwards.add(INFO, AWAY, DESK);
            long first = latest(office).bundle();
            forwards.keep(INFO, false, DESK);
            assertRefused(
                    Reason.IN_USE,
                    "changed again since",
                    () -> office.registry().history().undo(first, DESK));
            assertThat(forwards.of(INFO).targets()).hasSize(1);
        }
    }

    @Test
    default void anAutomaticReplyIsPutBackWithItsTexts() {
        try (Office office = shop(office())) {
            AutoReply first = new AutoReply(
                    true,
                    Optional.of(Instant.parse("2026-12-28T00:00:00Z")),
                    Optional.empty(),
                    Optional.of(new AutoReply.Wording("休業のお知らせ", "休みます。\n100% & more\tend")),
                    Optional.empty());
            office.registry().autoReplies().set(INFO, first, DESK);
            office.registry().autoReplies().set(INFO, AutoReply.OFF, DESK);
            undo(office);
            assertThat(office.registry().autoReplies().of(INFO)).isEqualTo(first);
        }
    }

    @Test
    default void aFilterIsPutBackWithItsLists() {
        try (Office office = shop(office())) {
            var filters = office.registry().filters();
            filters.set(PLACE, FilterLevel.STRICT, FilterAction.TRASH, true, DESK);
            filters.add(PLACE, Kind.ALLOW, SenderPattern.parse("*@friend.test"), DESK);
            filters.add(PLACE, Kind.BLOCK, SenderPattern.parse("foe.test"), DESK);
            FilterPolicy before = filters.of(PLACE);
            filters.set(PLACE, FilterLevel.OFF, FilterAction.KEEP, false, DESK);
            assertThat(latest(office).was()).isEqualTo("strict trash tag");
            undo(office);
            filters.remove(PLACE, Kind.ALLOW, SenderPattern.parse("*@friend.test"), DESK);
            assertThat(latest(office).kind()).isEqualTo(ChangeKind.FILTER_ALLOWED);
            undo(office);
            assertThat(filters.of(PLACE)).isEqualTo(before);
        }
    }

    @Test
    default void rulesArePutBack() {
        try (Office office = shop(office())) {
            Registry registry = office.registry();
            Source first = new Source("rules", "keep;\r\n");
            registry.screenRules().put(INFO, first, "0", "1", DESK);
            registry.screenRules().put(INFO, new Source("rules", "discard;\r\n"), "1", "1", DESK);
            undo(office);
            assertThat(registry.screenRules().active(INFO)).contains(first);
            registry.domainRules().put(PLACE, "keep;\r\n", "0", "1", DESK);
            undo(office);
            assertThat(registry.domainRules().of(PLACE)).isEmpty();
        }
    }

    @Test
    default void aCustomersNameIsPutBack() {
        try (Office office = shop(office())) {
            String before =
                    office.registry().customers().find("demo").orElseThrow().name();
            office.registry().customers().rename("demo", "文箱商店", DESK);
            undo(office);
            assertThat(office.registry().customers().find("demo").orElseThrow().name())
                    .isEqualTo(before);
        }
    }
}
