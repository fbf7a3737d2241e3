// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** What the operator may do with customers. */
interface CustomersContract {
    Office office();

    @Test
    default void customerHasAContactAddressOrNone() {
        try (Office office = office()) {
            Customer demo = office.customer("demo");
            Customer other = office.customer("other");
            Customers customers = office.registry().customers();
            assertThat(customers.contact(demo.id())).isEmpty();
            customers.changeContact("demo", Optional.of(EmailAddress.of("owner@example.com")), DESK);
            assertThat(customers.contact(demo.id())).contains(EmailAddress.of("owner@example.com"));
            assertThat(customers.contact(other.id())).isEmpty();
            customers.changeContact("demo", Optional.empty(), DESK);
            assertThat(customers.contact(demo.id())).isEmpty();
        }
    }

    @Test
    default void customerIsAddedListedChangedAndDeleted() {
        try (Office office = office()) {
            Customers customers = office.registry().customers();
            Customer demo = customers.add("demo", "文箱株式会社", Plan.STANDARD, DESK);
            office.customer("another");
            assertThat(demo).isEqualTo(new Customer(demo.id(), "demo", "文箱株式会社", "standard", false));
            assertThat(customers.find("demo")).contains(demo);
            assertThat(customers.list()).extracting(Customer::login).containsExactly("another", "demo");
            assertThat(customers.rename("demo", "Fumibako", DESK).name()).isEqualTo("Fumibako");
            assertThat(customers.suspend("demo", true, DESK).suspended()).isTrue();
            assertThat(customers.suspend("demo", false, DESK).suspended()).isFalse();
            customers.delete("demo", DESK);
            assertThat(customers.find("demo")).isEmpty();
            assertThat(customers.list()).extracting(Customer::login).containsExactly("another");
        }
    }

    @Test
    default void aListOfCustomersIsFilteredAndCut() {
        try (Office office = office()) {
            office.registry().customers().add("demo", "Fumibako 100%", Plan.STANDARD, DESK);
            office.registry().customers().add("another", "別の会社", Plan.STANDARD, DESK);
            CustomerList list = office.registry().customerList();
            assertThat(logins(list.list("", 0, 10))).containsExactly("another", "demo");
            assertThat(logins(list.list("", 1, 1))).containsExactly("demo");
            assertThat(list.list("", 1, 1).total()).isEqualTo(2);
            assertThat(logins(list.list("FUMI", 0, 10))).containsExactly("demo");
            assertThat(logins(list.list("会社", 0, 10))).containsExactly("another");
            assertThat(logins(list.list("0%", 0, 10))).containsExactly("demo");
            assertThat(list.list("%%", 0, 10).total()).isZero();
            assertThat(list.list("demo", 0, 10).items().getFirst().used()).isEqualTo(new Usage(0, 0, 0));
        }
    }

    private static List<String> logins(AccountList.Page<ListedCustomer> page) {
        return page.items().stream().map(listed -> listed.customer().login()).toList();
    }

    @Test
    default void idOfACustomerIsNeverGivenAgain() {
        try (Office office = office()) {
            Customer first = office.customer("demo");
            office.registry().customers().delete("demo", DESK);
            office.reopen();
            assertThat(office.customer("demo").id().value())
                    .isGreaterThan(first.id().value());
        }
    }

    @Test
    default void loginOfACustomerIsAShortWord() {
        try (Office office = office()) {
            office.customer("a");
            office.customer("9._-" + "a".repeat(60));
            for (String login : new String[] {"", "a".repeat(65), "Demo", ".a", "a b", "a@b"}) {
                assertRefused(Reason.INVALID, "1 to 64", () -> office.customer(login));
            }
        }
    }

    @Test
    default void nameOfACustomerIsOneLineOfBoundedLength() {
        try (Office office = office()) {
            Customers customers = office.registry().customers();
            customers.add("a", "x", Plan.STANDARD, DESK);
            assertThat(customers.rename("a", "名".repeat(200), DESK).name()).hasSize(200);
            for (String name : new String[] {"", " ", "x".repeat(201), "a\nb", "a\0"}) {
                assertRefused(Reason.INVALID, "1 to 200", () -> customers.add("b", name, Plan.STANDARD, DESK));
                assertRefused(Reason.INVALID, "1 to 200", () -> customers.rename("a", name, DESK));
            }
            assertThat(customers.find("b")).isEmpty();
        }
    }

    @Test
    default void secondCustomerOfALoginIsRefused() {
        try (Office office = office()) {
            office.customer("demo");
            assertRefused(Reason.ALREADY_EXISTS, "customer demo", () -> office.customer("demo"));
            assertThat(office.registry().customers().list()).hasSize(1);
        }
    }

    @Test
    default void customerThatIsNotThereIsNotChanged() {
        try (Office office = office()) {
            Customers customers = office.registry().customers();
            assertRefused(Reason.NOT_FOUND, "customer demo", () -> customers.rename("demo", "x", DESK));
            assertRefused(Reason.NOT_FOUND, "customer demo", () -> customers.changePlan("demo", "standard", DESK));
            assertRefused(Reason.NOT_FOUND, "customer demo", () -> customers.suspend("demo", true, DESK));
            assertRefused(Reason.NOT_FOUND, "customer demo", () -> customers.delete("demo", DESK));
        }
    }

    @Test
    default void customerHasAPlanThatThereIs() {
        try (Office office = office()) {
            Customers customers = office.registry().customers();
            assertRefused(Reason.NOT_FOUND, "plan gold", () -> customers.add("demo", "x", "gold", DESK));
            office.customer("demo");
            assertRefused(Reason.NOT_FOUND, "plan gold", () -> customers.changePlan("demo", "gold", DESK));
            assertThat(customers.find("demo").orElseThrow().plan()).isEqualTo("standard");
        }
    }

    @Test
    default void customerWithDomainsIsNotDeleted() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            Customers customers = office.registry().customers();
            assertRefused(Reason.IN_USE, "a domain", () -> customers.delete("demo", DESK));
            office.registry().domains().delete(DomainName.of("example.jp"), DESK);
            customers.delete("demo", DESK);
            assertThat(customers.list()).isEmpty();
        }
    }

    @Test
    default void planThatIsTooSmallForACustomerIsRefused() {
        try (Office office = office()) {
            Customers customers = office.registry().customers();
            office.domain("a.example", office.customer("demo"));
            office.domain("b.example", customers.find("demo").orElseThrow());
            office.account("taro@a.example", 100);
            office.account("hanako@b.example", 50);
            refuses(office, new PlanLimits(1, 2, 150, 0, 0, new ByteSize(0)), "1 domains");
            refuses(office, new PlanLimits(2, 1, 150, 0, 0, new ByteSize(0)), "1 accounts");
            refuses(office, new PlanLimits(2, 2, 149, 0, 0, new ByteSize(0)), "149 MB");
            office.registry().plans().add("fitting", new PlanLimits(2, 2, 150, 0, 0, new ByteSize(0)), DESK);
            assertThat(customers.changePlan("demo", "fitting", DESK).plan()).isEqualTo("fitting");
        }
    }

    private static void refuses(Office office, PlanLimits limits, String words) {
        office.registry().plans().add("tight", limits, DESK);
        Customers customers = office.registry().customers();
        assertRefused(Reason.OVER_LIMIT, words, () -> customers.changePlan("demo", "tight", DESK));
        assertThat(customers.find("demo").orElseThrow().plan()).isEqualTo("standard");
        office.registry().plans().delete("tight", DESK);
    }
}
