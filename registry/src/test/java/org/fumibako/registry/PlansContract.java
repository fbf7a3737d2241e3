// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import org.fumibako.model.ByteSize;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** What the operator may do with plans. */
interface PlansContract {
    PlanLimits SMALL = new PlanLimits(1, 2, 3_000, 40, 500, new ByteSize(6_000_000_000L));
    PlanLimits SMALLER = new PlanLimits(0, 0, 0, 0, 0, new ByteSize(0));

    Office office();

    @Test
    default void newInstallationHasTheStandardPlan() {
        try (Office office = office()) {
            assertThat(office.registry().plans().list()).containsExactly(new Plan("standard", PlanLimits.STANDARD));
        }
    }

    @Test
    default void planIsAddedListedChangedAndDeleted() {
        try (Office office = office()) {
            Plans plans = office.registry().plans();
            assertThat(plans.add("small", SMALL, DESK)).isEqualTo(new Plan("small", SMALL));
            assertThat(plans.find("small")).contains(new Plan("small", SMALL));
            assertThat(plans.list()).extracting(Plan::name).containsExactly("small", "standard");
            assertThat(plans.change("small", SMALLER, DESK)).isEqualTo(new Plan("small", SMALLER));
            assertThat(plans.find("small")).contains(new Plan("small", SMALLER));
            plans.delete("small", DESK);
            assertThat(plans.list()).extracting(Plan::name).containsExactly("standard");
            assertThat(plans.find("small")).isEmpty();
        }
    }

    @Test
    default void nameOfAPlanIsAShortWord() {
        try (Office office = office()) {
            Plans plans = office.registry().plans();
            plans.add("a".repeat(64), SMALL, DESK);
            for (String name : new String[] {"", "a".repeat(65), "Small", "-a", "a b", "小", "a\n"}) {
                assertRefused(Reason.INVALID, "name of a plan", () -> plans.add(name, SMALL, DESK));
            }
            assertThat(plans.list()).hasSize(2);
        }
    }

    @Test
    default void secondPlanOfANameIsRefused() {
        try (Office office = office()) {
            Plans plans = office.registry().plans();
            assertRefused(Reason.ALREADY_EXISTS, "standard", () -> plans.add(Plan.STANDARD, PlanLimits.STANDARD, DESK));
        }
    }

    @Test
    default void planThatIsNotThereIsNeitherChangedNorDeleted() {
        try (Office office = office()) {
            Plans plans = office.registry().plans();
            assertRefused(Reason.NOT_FOUND, "plan small", () -> plans.change("small", SMALL, DESK));
            assertRefused(Reason.NOT_FOUND, "plan small", () -> plans.delete("small", DESK));
        }
    }

    @Test
    default void planInUseAndTheStandardPlanStay() {
        try (Office office = office()) {
            Plans plans = office.registry().plans();
            office.customer("demo", SMALL);
            assertRefused(Reason.IN_USE, "demo-plan", () -> plans.delete("demo-plan", DESK));
            assertRefused(Reason.IN_USE, "standard", () -> plans.delete(Plan.STANDARD, DESK));
            office.registry().customers().changePlan("demo", Plan.STANDARD, DESK);
            plans.delete("demo-plan", DESK);
            assertThat(plans.list()).extracting(Plan::name).containsExactly("standard");
        }
    }

    @Test
    default void limitIsNeverNegative() {
        ByteSize any = new ByteSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLimits(-1, 0, 0, 0, 0, any));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLimits(0, -1, 0, 0, 0, any));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLimits(0, 0, -1, 0, 0, any));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLimits(0, 0, 0, -1, 0, any));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLimits(0, 0, 0, 0, -1, any));
    }

    @Test
    default void changedLimitsHoldAtOnce() {
        try (Office office = office()) {
            Customer demo = office.customer("demo", SMALL);
            assertThat(office.registry().limits(demo.id())).isEqualTo(SMALL);
            office.registry().plans().change("demo-plan", SMALLER, DESK);
            assertThat(office.registry().limits(demo.id())).isEqualTo(SMALLER);
        }
    }
}
