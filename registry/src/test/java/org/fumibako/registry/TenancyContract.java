// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.addresses;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.List;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** A customer never touches what is another's. */
interface TenancyContract {
    Office office();

    /** An office with taro@ours.example of one customer and hanako@theirs.example of another. */
    private Office shared() {
        Office office = office();
        PlanLimits tight = new PlanLimits(1, 1, 10, 5, 6, new ByteSize(7));
        office.domain("ours.example", office.customer("ours", tight));
        office.domain("theirs.example", office.customer("theirs"));
        office.account("taro@ours.example", 10);
        office.account("hanako@theirs.example", 10);
        return office;
    }

    @Test
    default void aliasNeverLeadsToAnothersAccount() {
        try (Office office = shared()) {
            office.alias("info@ours.example", "taro@ours.example");
            Aliases aliases = office.registry().aliases();
            EmailAddress info = EmailAddress.of("info@ours.example");
            List<EmailAddress> mixed = addresses("taro@ours.example", "hanako@theirs.example");
            assertRefused(Reason.INVALID, "no account", () -> aliases.change(info, mixed, DESK));
            assertRefused(Reason.INVALID, "no account", () -> office.alias("x@ours.example", "hanako@theirs.example"));
            assertThat(aliases.find(info).orElseThrow().targets()).isEqualTo(addresses("taro@ours.example"));
        }
    }

    @Test
    default void refusalDoesNotTellWhetherAnotherHasSuchAnAccount() {
        try (Office office = shared()) {
            assertThat(refusal(office, "hanako@theirs.example").replace("hanako", "x"))
                    .isEqualTo(refusal(office, "nobody@theirs.example").replace("nobody", "x"));
        }
    }

    private static String refusal(Office office, String target) {
        RegistryException refused =
                catchThrowableOfType(RegistryException.class, () -> office.alias("info@ours.example", target));
        return String.valueOf(refused.getMessage());
    }

    @Test
    default void domainOfAnotherIsNotAddedAgain() {
        try (Office office = shared()) {
            assertRefused(
                    Reason.ALREADY_EXISTS,
                    "ours.example",
                    () -> office.registry().domains().add(DomainName.of("Ours.Example"), "theirs", DESK));
            assertThat(office.registry().domains().list()).hasSize(2);
        }
    }

    @Test
    default void limitsAndUsageAreEachCustomersOwn() {
        try (Office office = shared()) {
            assertRefused(Reason.OVER_LIMIT, "1 accounts", () -> office.account("jiro@ours.example", 1));
            Account jiro = office.account("jiro@theirs.example", 20_000);
            assertThat(office.registry().limits(jiro.customer())).isEqualTo(PlanLimits.STANDARD);
        }
    }

    @Test
    default void suspendedCustomerTakesNobodyAlong() {
        try (Office office = shared()) {
            office.registry().customers().suspend("ours", true, DESK);
            assertThat(office.registry().resolve(EmailAddress.of("taro@ours.example")))
                    .isInstanceOf(Directory.Recipient.Suspended.class);
            assertThat(office.registry().resolve(EmailAddress.of("hanako@theirs.example")))
                    .isInstanceOf(Directory.Recipient.Local.class);
        }
    }

    @Test
    default void postmasterOfADomainIsNeverAnothers() {
        try (Office office = shared()) {
            office.registry().accounts().delete(EmailAddress.of("taro@ours.example"), DESK);
            assertThat(office.registry().resolve(EmailAddress.of("postmaster@ours.example")))
                    .isEqualTo(new Directory.Recipient.Unknown());
        }
    }

    @Test
    default void addressesToSendAsAreTheAccountsOwn() {
        try (Office office = shared()) {
            office.alias("info@ours.example", "taro@ours.example");
            office.alias("info@theirs.example", "hanako@theirs.example");
            Account taro = office.registry()
                    .account(EmailAddress.of("taro@ours.example"))
                    .orElseThrow();
            assertThat(office.registry().addressesOf(taro.id()))
                    .isEqualTo(addresses("taro@ours.example", "info@ours.example"));
        }
    }
}
