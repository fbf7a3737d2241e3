// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.addresses;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** What may be done with aliases. */
interface AliasesContract {
    EmailAddress INFO = EmailAddress.of("info@example.jp");

    Office office();

    /** An office with taro and hanako at example.jp. */
    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        office.account("hanako@example.jp");
        return office;
    }

    @Test
    default void aliasIsAddedListedChangedAndDeleted() {
        try (Office office = staffed()) {
            Aliases aliases = office.registry().aliases();
            Domain domain = office.registry().domains().list().getFirst();
            Alias info = aliases.add(EmailAddress.of("Info@example.jp"), addresses("TARO@example.jp"), DESK);
            assertThat(info.customer()).isEqualTo(domain.customer());
            assertThat(info.targets()).isEqualTo(addresses("taro@example.jp"));
            Alias all = office.alias("all@example.jp", "taro@example.jp", "hanako@example.jp", "taro@example.jp");
            assertThat(all.targets()).isEqualTo(addresses("hanako@example.jp", "taro@example.jp"));
            assertThat(aliases.find(INFO)).contains(info);
            assertThat(aliases.list()).containsExactly(all, info);
            assertThat(aliases.list(domain.id())).containsExactly(all, info);
            assertThat(aliases.change(INFO, addresses("hanako@example.jp"), DESK)
                            .targets())
                    .isEqualTo(addresses("hanako@example.jp"));
            aliases.delete(INFO, DESK);
            assertThat(aliases.find(INFO)).isEmpty();
            assertThat(aliases.list()).containsExactly(all);
        }
    }

    @Test
    default void aliasLeadsToNoAliasSoThatNoneCanGoRound() {
        try (Office office = staffed()) {
            office.alias("info@example.jp", "taro@example.jp");
            Aliases aliases = office.registry().aliases();
            String words = "no account info@example.jp";
            assertRefused(Reason.INVALID, words, () -> office.alias("desk@example.jp", "info@example.jp"));
            assertRefused(Reason.INVALID, words, () -> aliases.change(INFO, addresses("info@example.jp"), DESK));
            assertRefused(Reason.INVALID, "desk@example.jp", () -> office.alias("desk@example.jp", "desk@example.jp"));
            assertThat(aliases.find(INFO).orElseThrow().targets()).isEqualTo(addresses("taro@example.jp"));
            assertThat(aliases.find(EmailAddress.of("desk@example.jp"))).isEmpty();
        }
    }

    @Test
    default void aliasHasOneTargetToAHundred() {
        try (Office office = staffed()) {
            Aliases aliases = office.registry().aliases();
            assertRefused(Reason.INVALID, "1 to 100", () -> aliases.add(INFO, List.of(), DESK));
            List<EmailAddress> same = Collections.nCopies(Aliases.MAX_TARGETS + 1, EmailAddress.of("taro@example.jp"));
            assertThat(aliases.add(INFO, same, DESK).targets()).hasSize(1);
            assertRefused(Reason.INVALID, "1 to 100", () -> aliases.change(INFO, List.of(), DESK));
            assertThat(aliases.find(INFO).orElseThrow().targets()).hasSize(1);
        }
    }

    @Test
    default void aliasOfATakenAddressOrAForeignDomainIsRefused() {
        try (Office office = staffed()) {
            office.alias("info@example.jp", "taro@example.jp");
            String target = "taro@example.jp";
            assertRefused(Reason.ALREADY_EXISTS, "account", () -> office.alias("HANAKO@example.jp", target));
            assertRefused(Reason.ALREADY_EXISTS, "alias", () -> office.alias("INFO@example.jp", target));
            assertRefused(Reason.NOT_FOUND, "domain example.com", () -> office.alias("info@example.com", target));
        }
    }

    @Test
    default void aliasThatIsNotThereIsNotChanged() {
        try (Office office = staffed()) {
            Aliases aliases = office.registry().aliases();
            List<EmailAddress> targets = addresses("taro@example.jp");
            assertRefused(Reason.NOT_FOUND, "alias info@example.jp", () -> aliases.change(INFO, targets, DESK));
            assertRefused(Reason.NOT_FOUND, "alias info@example.jp", () -> aliases.delete(INFO, DESK));
        }
    }

    @Test
    default void deletedAccountLeavesSharedAliasesAndIsKeptByItsOwn() {
        try (Office office = staffed()) {
            Accounts accounts = office.registry().accounts();
            EmailAddress taro = EmailAddress.of("taro@example.jp");
            office.alias("all@example.jp", "taro@example.jp", "hanako@example.jp");
            office.alias("info@example.jp", "taro@example.jp");
            assertRefused(Reason.IN_USE, "info@example.jp", () -> accounts.delete(taro, DESK));
            office.registry().aliases().delete(INFO, DESK);
            accounts.delete(taro, DESK);
            assertThat(office.registry().aliases().list())
                    .singleElement()
                    .extracting(Alias::targets)
                    .isEqualTo(addresses("hanako@example.jp"));
        }
    }
}
