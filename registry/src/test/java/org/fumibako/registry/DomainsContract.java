// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.List;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** What may be done with domains. */
interface DomainsContract {
    DomainName EXAMPLE = DomainName.of("example.jp");

    Office office();

    @Test
    default void nameUnderWhichNamesAreSoldIsNobodysDomain() {
        try (Office office = office()) {
            Customer demo = office.customer("demo");
            for (String name : List.of("jp", "co.jp", "tokyo.jp", "com", "xn--fiqs8s")) {
                assertRefused(Reason.INVALID, "registered under it", () -> office.domain(name, demo));
            }
            for (String name : List.of("example.co.jp", "blogspot.com", "example.test", "test")) {
                assertThat(office.domain(name, demo).name()).isEqualTo(DomainName.of(name));
            }
        }
    }

    @Test
    default void domainIsAddedListedSuspendedAndDeleted() {
        try (Office office = office()) {
            Domains domains = office.registry().domains();
            Customer demo = office.customer("demo");
            Customer other = office.customer("other");
            Domain domain = domains.add(EXAMPLE, "demo", DESK);
            Domain others = office.domain("a.example", other);
            assertThat(domain).isEqualTo(new Domain(domain.id(), demo.id(), EXAMPLE, false));
            assertThat(domains.list()).containsExactly(others, domain);
            assertThat(domains.list(demo.id())).containsExactly(domain);
            assertThat(domains.suspend(EXAMPLE, true, DESK).suspended()).isTrue();
            assertThat(domains.find(EXAMPLE).orElseThrow().suspended()).isTrue();
            assertThat(domains.suspend(EXAMPLE, false, DESK)).isEqualTo(domain);
            domains.delete(EXAMPLE, DESK);
            assertThat(domains.list()).containsExactly(others);
        }
    }

    @Test
    default void domainBelongsToOneCustomerHoweverItIsWritten() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            office.domain("日本語.example", office.customer("second"));
            Customer thief = office.customer("thief");
            for (String name :
                    new String[] {"example.jp", "EXAMPLE.jp", "example.jp.", "xn--wgv71a119e.example", "日本語.EXAMPLE"}) {
                assertRefused(Reason.ALREADY_EXISTS, "already", () -> office.domain(name, thief));
            }
            assertThat(office.registry().domains().list(thief.id())).isEmpty();
        }
    }

    @Test
    default void domainOfNobodyIsRefused() {
        try (Office office = office()) {
            Domains domains = office.registry().domains();
            assertRefused(Reason.NOT_FOUND, "customer demo", () -> domains.add(EXAMPLE, "demo", DESK));
            assertRefused(Reason.NOT_FOUND, "domain example.jp", () -> domains.suspend(EXAMPLE, true, DESK));
            assertRefused(Reason.NOT_FOUND, "domain example.jp", () -> domains.delete(EXAMPLE, DESK));
        }
    }

    @Test
    default void domainsUpToThePlanAreAddedAndNoMore() {
        try (Office office = office()) {
            Customer demo = office.customer("demo", new PlanLimits(2, 9, 9, 0, 0, new ByteSize(0)));
            office.domain("a.example", demo);
            office.domain("b.example", demo);
            assertRefused(Reason.OVER_LIMIT, "2 domains", () -> office.domain("c.example", demo));
            office.registry().domains().delete(DomainName.of("a.example"), DESK);
            office.domain("c.example", demo);
            assertThat(office.registry().domains().list()).hasSize(2);
        }
    }

    @Test
    default void customerWhoHasTooManyAccountsMayStillAddADomain() {
        try (Office office = office()) {
            Customer demo = office.customer("demo", new PlanLimits(2, 9, 9, 0, 0, new ByteSize(0)));
            office.domain("a.example", demo);
            office.account("taro@a.example", 5);
            office.registry().plans().change("demo-plan", new PlanLimits(2, 0, 4, 0, 0, new ByteSize(0)), DESK);
            assertThat(office.domain("b.example", demo).customer()).isEqualTo(demo.id());
        }
    }

    @Test
    default void domainWithAccountsOrAliasesIsNotDeleted() {
        try (Office office = office()) {
            Domains domains = office.registry().domains();
            Customer demo = office.customer("demo");
            office.domain("example.jp", demo);
            office.domain("a.example", demo);
            office.account("taro@example.jp");
            office.alias("info@a.example", "taro@example.jp");
            assertRefused(Reason.IN_USE, "1 accounts and 0 aliases", () -> domains.delete(EXAMPLE, DESK));
            assertRefused(
                    Reason.IN_USE, "0 accounts and 1 aliases", () -> domains.delete(DomainName.of("a.example"), DESK));
            office.registry().aliases().delete(EmailAddress.of("info@a.example"), DESK);
            office.registry().accounts().delete(EmailAddress.of("taro@example.jp"), DESK);
            domains.delete(EXAMPLE, DESK);
            domains.delete(DomainName.of("a.example"), DESK);
            assertThat(domains.list()).isEmpty();
        }
    }
}
