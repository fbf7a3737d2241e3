// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Refusals.assertRefused;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.ByteSize;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.RegistryException.Reason;
import org.junit.jupiter.api.Test;

/** What may be done with accounts. */
interface AccountsContract {
    EmailAddress TARO = EmailAddress.of("taro@example.jp");

    Office office();

    @Test
    default void accountIsAddedListedChangedAndDeleted() {
        try (Office office = office()) {
            Accounts accounts = office.registry().accounts();
            Domain domain = office.domain("example.jp", office.customer("demo"));
            Account taro = accounts.add(EmailAddress.of("Taro@Example.JP"), Quota.DEFAULT, PASSWORD, DESK);
            Account hanako = office.account("hanako@example.jp", 7);
            assertThat(taro).isEqualTo(accounts.find(TARO).orElseThrow());
            assertThat(taro.customer()).isEqualTo(domain.customer());
            assertThat(taro.domain()).isEqualTo(domain.id());
            assertThat(taro.address().localPart()).isEqualTo("Taro");
            assertThat(taro.quota()).isEqualTo(new Quota(2_000));
            assertThat(accounts.list()).containsExactly(hanako, taro);
            assertThat(accounts.list(domain.id())).containsExactly(hanako, taro);
            assertThat(accounts.changeQuota(TARO, new Quota(3), DESK).quota()).isEqualTo(new Quota(3));
            assertThat(accounts.suspend(TARO, true, DESK).suspended()).isTrue();
            assertThat(accounts.suspend(TARO, false, DESK).suspended()).isFalse();
            accounts.delete(EmailAddress.of("TARO@example.jp"), DESK);
            assertThat(accounts.list()).containsExactly(hanako);
            assertThat(office.account("taro@example.jp").id().value())
                    .isGreaterThan(hanako.id().value());
        }
    }

    @Test
    default void quotaIsKeptFromItsLeastToItsGreatestAndNothingElseIsAQuota() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            assertThat(office.account("least@example.jp", 1).quota().megabytes())
                    .isEqualTo(1);
            office.account("greatest@example.jp", 20_000);
            office.reopen();
            Account greatest = office.registry()
                    .accounts()
                    .find(EmailAddress.of("greatest@example.jp"))
                    .orElseThrow();
            assertThat(greatest.quota().megabytes()).isEqualTo(20_000);
        }
        for (int megabytes : new int[] {Integer.MIN_VALUE, -1, 0, 20_001, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Quota(megabytes));
        }
    }

    @Test
    default void addressIsOneAccountInWhateverCaseAndNeverAlsoAnAlias() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            office.account("taro@example.jp");
            office.alias("info@example.jp", "taro@example.jp");
            assertRefused(Reason.ALREADY_EXISTS, "an account", () -> office.account("TARO@example.jp"));
            assertRefused(Reason.ALREADY_EXISTS, "an alias", () -> office.account("Info@example.jp"));
            assertThat(office.registry().accounts().list()).hasSize(1);
        }
    }

    @Test
    default void accountOfADomainThatIsNotHereIsRefused() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            assertRefused(Reason.NOT_FOUND, "domain example.com", () -> office.account("taro@example.com"));
            assertRefused(Reason.NOT_FOUND, "domain sub.example.jp", () -> office.account("taro@sub.example.jp"));
        }
    }

    @Test
    default void accountThatIsNotThereIsNotChanged() {
        try (Office office = office()) {
            Accounts accounts = office.registry().accounts();
            String words = "account taro@example.jp";
            assertRefused(Reason.NOT_FOUND, words, () -> accounts.changeQuota(TARO, Quota.DEFAULT, DESK));
            assertRefused(Reason.NOT_FOUND, words, () -> accounts.changePassword(TARO, PASSWORD, DESK));
            assertRefused(Reason.NOT_FOUND, words, () -> accounts.suspend(TARO, true, DESK));
            assertRefused(Reason.NOT_FOUND, words, () -> accounts.delete(TARO, DESK));
        }
    }

    @Test
    default void accountsAndTheirQuotasStayWithinThePlan() {
        try (Office office = office()) {
            Accounts accounts = office.registry().accounts();
            office.domain("example.jp", office.customer("demo", new PlanLimits(1, 2, 100, 0, 0, new ByteSize(0))));
            office.account("taro@example.jp", 60);
            assertRefused(Reason.OVER_LIMIT, "100 MB", () -> office.account("hanako@example.jp", 41));
            office.account("hanako@example.jp", 40);
            assertRefused(Reason.OVER_LIMIT, "2 accounts", () -> office.account("jiro@example.jp", 1));
            assertRefused(Reason.OVER_LIMIT, "100 MB", () -> accounts.changeQuota(TARO, new Quota(61), DESK));
            office.registry().plans().change("demo-plan", new PlanLimits(1, 1, 10, 0, 0, new ByteSize(0)), DESK);
            assertThat(accounts.changeQuota(TARO, new Quota(59), DESK).quota().megabytes())
                    .isEqualTo(59);
        }
    }

    @Test
    default void accountsThatAreAddedAtOnceStayWithinThePlan() throws Exception {
        try (Office office = office();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            office.domain("example.jp", office.customer("demo", new PlanLimits(1, 3, 100, 0, 0, new ByteSize(0))));
            List<Callable<Boolean>> additions = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> isAdded(office, "a" + i / 2 + "@example.jp"))
                    .toList();
            int added = 0;
            for (Future<Boolean> addition : threads.invokeAll(additions)) {
                added += addition.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(3);
            assertThat(office.registry().accounts().list()).hasSize(3);
        }
    }

    private static boolean isAdded(Office office, String address) {
        try {
            office.account(address, 1);
            return true;
        } catch (RegistryException refused) {
            assertThat(refused.reason()).isIn(Reason.OVER_LIMIT, Reason.ALREADY_EXISTS);
            return false;
        }
    }

    @Test
    default void accountIsSuspendedWithItsDomainAndItsCustomer() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            office.account("taro@example.jp");
            Accounts accounts = office.registry().accounts();
            office.registry().domains().suspend(DomainName.of("example.jp"), true, DESK);
            assertThat(accounts.find(TARO).orElseThrow().suspended()).isTrue();
            office.registry().domains().suspend(DomainName.of("example.jp"), false, DESK);
            office.registry().customers().suspend("demo", true, DESK);
            assertThat(accounts.find(TARO).orElseThrow().suspended()).isTrue();
            office.registry().customers().suspend("demo", false, DESK);
            assertThat(accounts.find(TARO).orElseThrow().suspended()).isFalse();
        }
    }

    @Test
    default void newPasswordKeepsTheRules() {
        try (Office office = office()) {
            Accounts accounts = office.registry().accounts();
            office.domain("example.jp", office.customer("demo"));
            office.account("taro@example.jp");
            for (String password : new String[] {"", "123456789", "1234567890", "my taro@example.jp", "taroooooooo"}) {
                assertRefused(Reason.INVALID, "assword", () -> accounts.changePassword(TARO, password, DESK));
            }
            EmailAddress jiro = EmailAddress.of("jiro@example.jp");
            assertRefused(Reason.INVALID, "assword", () -> accounts.add(jiro, Quota.DEFAULT, "the jiro of it", DESK));
            assertThat(accounts.find(jiro)).isEmpty();
        }
    }

    @Test
    default void changesAreRowsOfTheJournalAndRefusalsAreNot() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            Account taro = office.account("taro@example.jp", 5);
            assertRefused(Reason.ALREADY_EXISTS, "taro", () -> office.account("taro@example.jp"));
            office.registry().accounts().changePassword(TARO, "a different secret", DESK);
            office.registry().accounts().delete(TARO, DESK);
            assertThat(office.rows())
                    .filteredOn(row -> row.account().isPresent())
                    .allSatisfy(row -> assertThat(row.account()).contains(taro.id()))
                    .allSatisfy(row -> assertThat(row.origin()).isEqualTo(DESK))
                    .extracting(row -> ((JournalEvent.SettingChanged) row.event()).what())
                    .containsExactly(
                            "account taro@example.jp was added with 5 MB",
                            "account taro@example.jp was given a new password",
                            "account taro@example.jp was deleted");
            assertThat(office.rows().toString()).doesNotContain(PASSWORD, "a different secret", "argon2id", "SCRAM");
        }
    }
}
