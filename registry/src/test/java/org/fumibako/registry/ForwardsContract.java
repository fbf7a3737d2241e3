// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.ForwardRules.Owned;
import org.fumibako.registry.ForwardRules.Tally;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** Where accounts forward to, and how targets that fail are stopped. */
interface ForwardsContract {
    EmailAddress ANNA = EmailAddress.of("anna@example.jp");
    EmailAddress BEN = EmailAddress.of("ben@example.jp");
    EmailAddress CHIE = EmailAddress.of("chie@example.jp");
    EmailAddress OUT = EmailAddress.of("anna@far.test");

    Office office();

    /** An office with anna, ben and chie at example.jp. */
    private Office house() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("anna@example.jp");
        office.account("ben@example.jp");
        office.account("chie@example.jp");
        return office;
    }

    private static List<EmailAddress> targets(Forwarding forwarding) {
        return forwarding.targets().stream().map(Target::address).toList();
    }

    private static Owned only(Office office, EmailAddress account) {
        Target target = office.registry().forwards().of(account).targets().getFirst();
        return office.registry().forwards().rules().find(target.id()).orElseThrow();
    }

    @Test
    default void accountForwardsNowhereAndKeepsItsMailUntilSomebodySaysOtherwise() {
        try (Office office = house()) {
            assertThat(office.registry().forwards().of(ANNA)).isEqualTo(Forwarding.NONE);
        }
    }

    @Test
    default void targetsAreAddedAndDeletedAndKeepingIsAChoice() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            assertThat(targets(forwards.add(ANNA, BEN, DESK))).containsExactly(OUT, BEN);
            assertThat(forwards.keep(ANNA, false, DESK).keep()).isFalse();
            assertThat(forwards.unproven(ANNA, Unproven.SEND, DESK).unproven()).isEqualTo(Unproven.SEND);
            office.reopen();
            Account anna = office.registry().account(ANNA).orElseThrow();
            Forwarding kept = office.registry().forwards().rules().of(anna.id());
            assertThat(targets(kept)).containsExactly(OUT, BEN);
            assertThat(kept.keep()).isFalse();
            assertThat(kept.unproven()).isEqualTo(Unproven.SEND);
            assertThat(targets(office.registry().forwards().delete(ANNA, OUT, DESK)))
                    .containsExactly(BEN);
            assertThat(targets(office.registry().forwards().rules().of(anna.id())))
                    .containsExactly(BEN);
        }
    }

    @Test
    default void everyChangeIsInTheAccountsJournal() {
        try (Office office = house()) {
            office.registry().forwards().add(ANNA, OUT, DESK);
            office.registry().forwards().keep(ANNA, false, DESK);
            Account anna = office.registry().account(ANNA).orElseThrow();
            assertThat(office.rows())
                    .filteredOn(row -> row.account().equals(Optional.of(anna.id())))
                    .extracting(row -> row.event())
                    .contains(
                            new JournalEvent.SettingChanged("account anna@example.jp forwards to anna@far.test now"),
                            new JournalEvent.SettingChanged("account anna@example.jp does not keep what it forwards"));
        }
    }

    @Test
    default void uselessTargetsAreRefused() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            EmailAddress self = EmailAddress.of("ANNA@example.jp");
            EmailAddress typo = EmailAddress.of("bne@example.jp");
            assertRefused(Reason.INVALID, "itself", () -> forwards.add(ANNA, self, DESK));
            assertRefused(
                    Reason.ALREADY_EXISTS, "already", () -> forwards.add(ANNA, EmailAddress.of("Anna@FAR.test"), DESK));
            assertRefused(Reason.NOT_FOUND, "bne@example.jp", () -> forwards.add(ANNA, typo, DESK));
            assertRefused(
                    Reason.NOT_FOUND,
                    "zoe@example.jp",
                    () -> forwards.add(EmailAddress.of("zoe@example.jp"), OUT, DESK));
            assertRefused(Reason.NOT_FOUND, "to ben@example.jp", () -> forwards.delete(ANNA, BEN, DESK));
            assertRefused(Reason.NOT_FOUND, "to ben@example.jp", () -> forwards.resume(ANNA, BEN, DESK));
        }
    }

    @Test
    default void twentyTargetsAreTheMost() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            for (int i = 1; i <= Forwards.MAX_TARGETS; i++) {
                assertThat(forwards.add(ANNA, EmailAddress.of("a" + i + "@far.test"), DESK)
                                .targets())
                        .hasSize(i);
            }
            assertRefused(Reason.OVER_LIMIT, "20", () -> forwards.add(ANNA, OUT, DESK));
        }
    }

    @Test
    default void circlesBetweenAccountsAreRefusedWhenTheyAreMade() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            office.alias("team@example.jp", "chie@example.jp", "anna@example.jp");
            forwards.add(ANNA, BEN, DESK);
            forwards.add(BEN, CHIE, DESK);
            assertRefused(Reason.INVALID, "come back", () -> forwards.add(BEN, ANNA, DESK));
            assertRefused(Reason.INVALID, "come back", () -> forwards.add(CHIE, ANNA, DESK));
            assertRefused(
                    Reason.INVALID, "come back", () -> forwards.add(ANNA, EmailAddress.of("team@example.jp"), DESK));
            forwards.delete(ANNA, BEN, DESK);
            assertThat(targets(forwards.add(CHIE, ANNA, DESK))).containsExactly(ANNA);
        }
    }

    @Test
    default void othersCustomersAccountsAreNotTold() {
        try (Office office = house()) {
            office.domain("other.jp", office.customer("other"));
            Forwards forwards = office.registry().forwards();
            EmailAddress unknown = EmailAddress.of("nobody@other.jp");
            assertThat(targets(forwards.add(ANNA, unknown, DESK))).containsExactly(unknown);
        }
    }

    @Test
    default void targetThatRefusesOftenAndLongIsStoppedAndTheMailKept() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            forwards.keep(ANNA, false, DESK);
            Owned target = only(office, ANNA);
            ForwardRules rules = forwards.rules();
            assertThat(rules.failed(target, "no such user")).isEqualTo(new Tally(1, false));
            office.clock.advance(Office.PATIENCE.time().minusMillis(1));
            assertThat(rules.failed(target, "no such user")).isEqualTo(new Tally(2, false));
            assertThat(rules.failed(target, "no such user")).isEqualTo(new Tally(3, false));
            office.clock.advance(Duration.ofMillis(1));
            assertThat(forwards.of(ANNA).working()).hasSize(1);
            assertThat(rules.failed(target, "still no such user")).isEqualTo(new Tally(4, true));
            Forwarding after = rules.of(target.account());
            assertThat(after.keep()).isTrue();
            assertThat(after.working()).isEmpty();
            assertThat(after.targets().getFirst().state())
                    .isEqualTo(new Target.State.Stopped(office.clock.instant(), "still no such user"));
            assertThat(rules.failed(target, "again")).isEqualTo(new Tally(0, false));
        }
    }

    @Test
    default void fewFailuresNeverStopATargetHoweverLongTheyAreApart() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            Owned target = only(office, ANNA);
            for (long i = 1; i < Office.PATIENCE.failures(); i++) {
                assertThat(forwards.rules().failed(target, "full")).isEqualTo(new Tally(i, false));
                office.clock.advance(Office.PATIENCE.time());
            }
            assertThat(forwards.of(ANNA).working()).hasSize(1);
        }
    }

    @Test
    default void messageThatIsTakenClearsATargetsName() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            forwards.rules().failed(only(office, ANNA), "full");
            assertThat(only(office, ANNA).target().state())
                    .isEqualTo(new Target.State.Failing(office.clock.instant(), 1, "full"));
            forwards.rules().delivered(only(office, ANNA));
            assertThat(only(office, ANNA).target().state()).isEqualTo(new Target.State.Working());
        }
    }

    @Test
    default void stoppedTargetGoesOnWhenSomebodySaysSo() {
        try (Office office = house()) {
            Forwards forwards = office.registry().forwards();
            forwards.add(ANNA, OUT, DESK);
            Owned target = only(office, ANNA);
            for (int i = 0; i < Office.PATIENCE.failures(); i++) {
                forwards.rules().failed(target, "gone");
                office.clock.advance(Office.PATIENCE.time());
            }
            assertThat(forwards.of(ANNA).working()).isEmpty();
            forwards.rules().delivered(target);
            assertThat(forwards.of(ANNA).working()).isEmpty();
            assertThat(forwards.resume(ANNA, OUT, DESK).working()).hasSize(1);
            assertThat(only(office, ANNA).target().state()).isEqualTo(new Target.State.Working());
        }
    }

    @Test
    default void deletedAccountForwardsNothing() {
        try (Office office = house()) {
            office.registry().forwards().add(ANNA, OUT, DESK);
            Owned target = only(office, ANNA);
            office.registry().accounts().delete(ANNA, DESK);
            assertThat(office.registry().forwards().rules().find(target.target().id()))
                    .isEmpty();
            assertThat(office.registry().forwards().rules().of(target.account()))
                    .isEqualTo(Forwarding.NONE);
        }
    }

    @Test
    default void secretOfReturnAddressesIsReplacedEveryMonthAndKnownForOneMore() {
        try (Office office = office()) {
            List<byte[]> november = office.registry().returnSecrets();
            assertThat(november)
                    .singleElement()
                    .extracting(secret -> secret.length)
                    .isEqualTo(32);
            assertThat(office.colleague().returnSecrets().getFirst()).isEqualTo(november.getFirst());
            office.reopen();
            assertThat(office.registry().returnSecrets().getFirst()).isEqualTo(november.getFirst());
            office.clock.advance(Duration.ofDays(7));
            List<byte[]> december = office.registry().returnSecrets();
            assertThat(december).hasSize(2);
            assertThat(december.getFirst()).isNotEqualTo(november.getFirst());
            assertThat(december.getLast()).isEqualTo(november.getFirst());
            office.clock.advance(Duration.ofDays(31));
            List<byte[]> january = office.registry().returnSecrets();
            assertThat(january).hasSize(2);
            assertThat(january.getLast()).isEqualTo(december.getFirst());
        }
    }
}
