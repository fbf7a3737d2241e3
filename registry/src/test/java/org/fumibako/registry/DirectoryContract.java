// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;

import java.util.List;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

/** What protocols are told about addresses. */
interface DirectoryContract {
    Office office();

    @Test
    default void recipientIsAnAccountTheAccountsBehindAnAliasOrNobody() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            Account taro = office.account("taro@example.jp");
            Account hanako = office.account("hanako@example.jp");
            office.alias("all@example.jp", "taro@example.jp", "hanako@example.jp");
            assertThat(resolve(office, "TARO@Example.jp")).isEqualTo(new Directory.Recipient.Local(List.of(taro)));
            assertThat(resolve(office, "All@example.jp"))
                    .isEqualTo(new Directory.Recipient.Local(List.of(taro, hanako)));
            assertThat(resolve(office, "jiro@example.jp")).isEqualTo(new Directory.Recipient.Unknown());
            assertThat(resolve(office, "taro@sub.example.jp")).isEqualTo(new Directory.Recipient.Remote());
            assertThat(office.registry().hosts(DomainName.of("EXAMPLE.jp"))).isTrue();
            assertThat(office.registry().hosts(DomainName.of("example.com"))).isFalse();
        }
    }

    @Test
    default void changeIsSeenAtOnceByTheProcessThatMadeIt() {
        try (Office office = office()) {
            EmailAddress address = EmailAddress.of("taro@example.jp");
            assertThat(resolve(office, "taro@example.jp")).isEqualTo(new Directory.Recipient.Remote());
            office.domain("example.jp", office.customer("demo"));
            assertThat(resolve(office, "taro@example.jp")).isEqualTo(new Directory.Recipient.Unknown());
            Account taro = office.account("taro@example.jp");
            assertThat(office.registry().account(address)).contains(taro);
            assertThat(office.registry().account(taro.id())).contains(taro);
            office.registry().accounts().suspend(address, true, DESK);
            assertThat(resolve(office, "taro@example.jp")).isEqualTo(new Directory.Recipient.Suspended());
            office.registry().accounts().delete(address, DESK);
            assertThat(office.registry().account(taro.id())).isEmpty();
            assertThat(resolve(office, "taro@example.jp")).isEqualTo(new Directory.Recipient.Unknown());
        }
    }

    @Test
    default void aliasReachesThoseOfItsAccountsThatTakeMail() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            office.account("taro@example.jp");
            Account hanako = office.account("hanako@example.jp");
            office.alias("all@example.jp", "taro@example.jp", "hanako@example.jp");
            Accounts accounts = office.registry().accounts();
            accounts.suspend(EmailAddress.of("taro@example.jp"), true, DESK);
            assertThat(resolve(office, "all@example.jp")).isEqualTo(new Directory.Recipient.Local(List.of(hanako)));
            accounts.suspend(EmailAddress.of("hanako@example.jp"), true, DESK);
            assertThat(resolve(office, "all@example.jp")).isEqualTo(new Directory.Recipient.Suspended());
        }
    }

    @Test
    default void postmasterIsTheOldestAccountUnlessThereIsOneOfTheName() {
        try (Office office = office()) {
            Customer demo = office.customer("demo");
            office.domain("example.jp", demo);
            office.domain("bare.example", demo);
            assertThat(resolve(office, "postmaster@example.jp")).isEqualTo(new Directory.Recipient.Unknown());
            Account taro = office.account("taro@example.jp");
            office.account("hanako@example.jp");
            assertThat(resolve(office, "PostMaster@example.jp"))
                    .isEqualTo(new Directory.Recipient.Local(List.of(taro)));
            assertThat(resolve(office, "postmaster@bare.example"))
                    .isEqualTo(new Directory.Recipient.Local(List.of(taro)));
            Account own = office.account("postmaster@example.jp");
            assertThat(resolve(office, "postmaster@example.jp")).isEqualTo(new Directory.Recipient.Local(List.of(own)));
        }
    }

    private static Directory.Recipient resolve(Office office, String address) {
        return office.registry().resolve(EmailAddress.of(address));
    }
}
