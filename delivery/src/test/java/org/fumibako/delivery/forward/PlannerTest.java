// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.fumibako.delivery.forward.Plan.Miss;
import org.fumibako.delivery.forward.Plan.Place;
import org.fumibako.delivery.forward.Plan.Way;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where messages go, whatever accounts forward to. */
class PlannerTest {
    private final Neighbours town = new Neighbours();
    private final Planner planner = new Planner(town, town);

    @Test
    void accountThatForwardsNothingKeepsItsMail() {
        Account anna = town.account("anna");
        Plan plan = planner.plan(town.to(anna), Set.of());
        assertThat(plan.places()).extracting(Place::account).containsExactly(anna);
        assertThat(plan.ways()).isEmpty();
    }

    @Test
    void circleOfAccountsThatKeepNothingEndsInAMailbox() {
        Account anna = town.account("anna");
        Account ben = town.account("ben");
        town.forwards(anna, false, ben.address());
        town.forwards(ben, false, anna.address());
        Plan plan = planner.plan(town.to(anna), Set.of());
        assertThat(plan.places()).extracting(Place::account).containsExactly(ben);
        assertThat(plan.misses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.fault()).isFalse());
    }

    @Test
    void junkAndBouncesGoNoFurther() {
        Account anna = town.account("anna");
        town.forwards(anna, false, EmailAddress.of("anna@away.test"));
        Incoming junk = new Incoming(town.to(anna).arrivals(), Set.of(), Set.of(), false, false);
        assertThat(planner.plan(junk, Set.of()).places()).hasSize(1);
        assertThat(planner.plan(junk, Set.of()).ways()).isEmpty();
        Incoming bounce =
                new Incoming(List.of(new Incoming.Entry(anna, anna.address(), true)), Set.of(), Set.of(), true, false);
        assertThat(planner.plan(bounce, Set.of()).places()).hasSize(1);
        assertThat(planner.plan(bounce, Set.of()).ways()).isEmpty();
    }

    @Test
    void closedTargetLeavesTheMessageWithWhoForwardsToIt() {
        Account anna = town.account("anna");
        Account ben = town.account("ben");
        town.forwards(anna, false, ben.address());
        assertThat(planner.plan(town.to(anna), Set.of()).places())
                .extracting(Place::account)
                .containsExactly(ben);
        Plan plan = planner.plan(town.to(anna), Set.of(ben.id()));
        assertThat(plan.places()).extracting(Place::account).containsExactly(anna);
        assertThat(plan.misses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.fault()).isTrue());
    }

    @Test
    void unprovenMessageGoesAsTheAccountChose() {
        for (Unproven choice : Unproven.values()) {
            Account anna = town.account("anna-" + choice);
            town.forwards(anna, false, choice, EmailAddress.of(choice + "@away.test"));
            Incoming forged = new Incoming(town.to(anna).arrivals(), Set.of(), Set.of(), true, true);
            Plan plan = planner.plan(forged, Set.of());
            assertThat(plan.places()).hasSize(choice == Unproven.KEEP ? 1 : 0);
            assertThat(plan.ways())
                    .extracting(Way::attached)
                    .isEqualTo(
                            switch (choice) {
                                case ATTACH -> List.of(true);
                                case KEEP -> List.of();
                                case SEND -> List.of(false);
                            });
        }
    }

    @Test
    void targetThatTheSenderWritesToIsNotSentToTwice() {
        Account anna = town.account("anna");
        EmailAddress away = EmailAddress.of("anna@away.test");
        town.forwards(anna, true, away);
        Incoming both = new Incoming(town.to(anna).arrivals(), Set.of(), Set.of(away.key()), true, false);
        assertThat(planner.plan(both, Set.of()).ways()).isEmpty();
    }

    /** Depth: ten accounts hand it on, the next one keeps it. */
    @Test
    void longRowOfAccountsEndsWhereItIsTooLong() {
        Account first = town.account("a0");
        Account before = first;
        for (int i = 1; i <= Walk.MAX_DEPTH + 3; i++) {
            Account next = town.account("a" + i);
            town.forwards(before, false, next.address());
            before = next;
        }
        Plan plan = planner.plan(town.to(first), Set.of());
        assertThat(plan.places())
                .singleElement()
                .satisfies(place -> assertThat(place.address().localPart()).isEqualTo("a" + Walk.MAX_DEPTH));
    }

    /**
     * In any town: it ends, nobody gets the message twice, nobody gets it who is not led to, and whoever does not have it has
     * somebody behind every target who has.
     */
    @Test
    @Timeout(60)
    void whateverAccountsForwardToNothingIsLostOrDoubled() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            Neighbours some = new Neighbours();
            List<Account> accounts = some.random(random, random.nextInt(1, 12));
            Set<AccountId> closed = new HashSet<>();
            List<Account> named = pick(accounts, random, 0.3);
            Account last = accounts.getLast();
            List<Account> to = named.isEmpty() ? List.of(last) : named;
            accounts.stream()
                    .filter(account -> !to.contains(account) && random.nextInt(5) == 0)
                    .map(Account::id)
                    .forEach(closed::add);
            Plan plan = new Planner(some, some).plan(some.to(to.toArray(Account[]::new)), closed);
            check(some, to, closed, plan, "seed " + seed + " round " + round);
        }
    }

    private static List<Account> pick(List<Account> from, RandomGenerator random, double share) {
        return from.stream().filter(_ -> random.nextDouble() < share).toList();
    }

    private static void check(Neighbours town, List<Account> to, Set<AccountId> closed, Plan plan, String seed) {
        assertThat(plan.places()).as(seed).extracting(Place::account).doesNotHaveDuplicates();
        assertThat(plan.places())
                .as(seed)
                .noneMatch(place -> closed.contains(place.account().id()));
        assertThat(plan.ways())
                .as(seed)
                .extracting(way -> way.target().address().key())
                .doesNotHaveDuplicates();
        Set<Account> reached = reached(town, to);
        assertThat(reached)
                .as(seed)
                .containsAll(plan.places().stream().map(Place::account).toList());
        Set<Account> holders =
                new HashSet<>(plan.places().stream().map(Place::account).toList());
        Set<String> away = new HashSet<>(
                plan.ways().stream().map(way -> way.target().address().key()).toList());
        for (Account account : to) {
            assertThat(safe(town, account, holders, away, new HashSet<>()))
                    .as(seed)
                    .isTrue();
        }
        for (Miss miss : plan.misses()) {
            assertThat(holders).as(seed).contains(miss.by());
        }
        for (Way way : plan.ways()) {
            assertThat(way.kept()).as(seed).isEqualTo(holders.contains(way.by()));
        }
    }

    /** Whether the account has it, or every one of its targets leads to somebody who has. */
    private static boolean safe(
            Neighbours town, Account account, Set<Account> holders, Set<String> away, Set<Account> asked) {
        if (holders.contains(account)) {
            return true;
        }
        if (!asked.add(account)) {
            return false;
        }
        Forwarding forwarding = town.of(account.id());
        boolean all = !forwarding.keep() && !forwarding.working().isEmpty();
        for (Target target : forwarding.working()) {
            all &= away.contains(target.address().key())
                    || town.behind(target.address())
                            .allMatch(next -> safe(town, next, holders, away, new HashSet<>(asked)));
        }
        return all;
    }

    private static Set<Account> reached(Neighbours town, List<Account> to) {
        Set<Account> seen = new HashSet<>(to);
        Deque<Account> open = new ArrayDeque<>(to);
        while (!open.isEmpty()) {
            town.of(open.remove().id()).working().stream()
                    .flatMap(target -> Stream.of(target.address()).flatMap(town::behind))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen;
    }
}
