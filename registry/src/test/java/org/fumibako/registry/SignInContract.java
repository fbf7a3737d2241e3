// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Office.caller;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;

/** Signing in with a password, and what is written down of it. */
interface SignInContract {
    Origin HOME = caller(Protocol.IMAP, "192.0.2.1");
    Origin ELSEWHERE = caller(Protocol.IMAP, "198.51.100.1");

    Office office();

    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        return office;
    }

    @Test
    default void passwordSignsInUnderTheAddressInWhateverCase() {
        try (Office office = staffed()) {
            Account taro = office.registry().accounts().list().getFirst();
            SignIn granted = new SignIn.Granted(taro, Optional.empty(), office.clock.millis());
            assertThat(office.signIn("taro@example.jp", PASSWORD, HOME)).isEqualTo(granted);
            assertThat(office.signIn("TARO@Example.JP", PASSWORD, ELSEWHERE)).isEqualTo(granted);
            assertThat(signIns(office))
                    .allSatisfy(row -> assertThat(row.account()).contains(taro.id()))
                    .allSatisfy(row -> assertThat(row.origin().login()).contains(taro.address()))
                    .extracting(JournalRow::event)
                    .containsExactly(new SignedIn("PLAIN"), new SignedIn("PLAIN"));
        }
    }

    @Test
    default void wrongPasswordAndNoAccountAreToldApartInTheJournalOnly() {
        try (Office office = staffed()) {
            Account taro = office.registry().accounts().list().getFirst();
            assertThat(office.signIn("taro@example.jp", PASSWORD + "x", HOME)).isEqualTo(new SignIn.Denied());
            assertThat(office.signIn("nobody@example.jp", PASSWORD, HOME)).isEqualTo(new SignIn.Denied());
            List<JournalRow> rows = signIns(office);
            assertThat(rows).extracting(JournalRow::account).containsExactly(Optional.of(taro.id()), Optional.empty());
            assertThat(rows)
                    .extracting(JournalRow::event)
                    .containsExactly(
                            new SignInFailed("taro@example.jp", "PLAIN", "wrong password"),
                            new SignInFailed("nobody@example.jp", "PLAIN", "no such account"));
        }
    }

    @Test
    default void unknownAccountCostsTheHashThatAWrongPasswordCosts() {
        try (Office office = staffed()) {
            office.alias("info@example.jp", "taro@example.jp");
            office.signIn("taro@example.jp", "not the password", caller(Protocol.IMAP, "192.0.2.1"));
            String[] unknown = {"nobody@example.jp", "taro@example.com", "info@example.jp", "taro", "", "x".repeat(999)
            };
            for (int i = 0; i < unknown.length; i++) {
                Origin peer = caller(Protocol.IMAP, "198.51.100." + i);
                assertThat(office.signIn(unknown[i], PASSWORD, peer)).isEqualTo(new SignIn.Denied());
            }
            assertThat(office.hash.checks())
                    .hasSize(1 + unknown.length)
                    .containsOnly(office.hash.checks().getFirst());
        }
    }

    @Test
    default void loginIsKeptUpToItsBound() {
        try (Office office = staffed()) {
            office.signIn("x".repeat(Attempt.MAX_LOGIN), PASSWORD, HOME);
            office.signIn("y".repeat(Attempt.MAX_LOGIN + 1), PASSWORD, HOME);
            assertThat(signIns(office))
                    .extracting(row -> ((SignInFailed) row.event()).login().length())
                    .containsExactly(Attempt.MAX_LOGIN, Attempt.MAX_LOGIN);
        }
    }

    @Test
    default void suspendedAccountIsToldToItsOwnerOnly() {
        try (Office office = staffed()) {
            office.registry().accounts().suspend(EmailAddress.of("taro@example.jp"), true, DESK);
            assertThat(office.signIn("taro@example.jp", PASSWORD, HOME)).isEqualTo(new SignIn.Suspended());
            assertThat(office.signIn("taro@example.jp", "not the password", HOME))
                    .isEqualTo(new SignIn.Denied());
            assertThat(signIns(office))
                    .extracting(row -> ((SignInFailed) row.event()).reason())
                    .containsExactly("the account is suspended", "wrong password");
        }
    }

    @Test
    default void passwordThatWasRightHereIsNotHashedAgainAndElsewhereIs() {
        try (Office office = staffed()) {
            for (int i = 0; i < 3; i++) {
                assertThat(office.signIn("taro@example.jp", PASSWORD, HOME)).isInstanceOf(SignIn.Granted.class);
            }
            assertThat(office.hash.checks()).hasSize(1);
            assertThat(office.signIn("taro@example.jp", PASSWORD, ELSEWHERE)).isInstanceOf(SignIn.Granted.class);
            assertThat(office.hash.checks()).hasSize(2);
        }
    }

    @Test
    default void rememberedPasswordIsForgottenWhenItIsChanged() {
        try (Office office = staffed()) {
            EmailAddress address = EmailAddress.of("taro@example.jp");
            String next = "a different secret";
            assertThat(office.signIn("taro@example.jp", PASSWORD, HOME)).isInstanceOf(SignIn.Granted.class);
            assertThat(office.signIn("taro@example.jp", next, HOME)).isEqualTo(new SignIn.Denied());
            office.registry().accounts().changePassword(address, next, DESK);
            assertThat(office.signIn("taro@example.jp", PASSWORD, HOME)).isEqualTo(new SignIn.Denied());
            assertThat(office.signIn("taro@example.jp", next, HOME)).isInstanceOf(SignIn.Granted.class);
            office.registry().accounts().suspend(address, true, DESK);
            assertThat(office.signIn("taro@example.jp", next, HOME)).isEqualTo(new SignIn.Suspended());
            office.registry().accounts().suspend(address, false, DESK);
            office.registry().accounts().delete(address, DESK);
            assertThat(office.signIn("taro@example.jp", next, HOME)).isEqualTo(new SignIn.Denied());
        }
    }

    @Test
    default void passwordFitsHoweverItIsComposed() {
        try (Office office = staffed()) {
            EmailAddress address = EmailAddress.of("taro@example.jp");
            office.registry().accounts().changePassword(address, "パスポート は机の中", DESK);
            assertThat(office.signIn("taro@example.jp", "ﾊﾟｽﾎﾟｰﾄ　は机の中", HOME)).isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void clientThatComesEveryMinuteIsOneRowAnHour() {
        try (Office office = staffed()) {
            for (int i = 0; i < 5; i++) {
                office.signIn("taro@example.jp", PASSWORD, HOME);
                office.signIn("taro@example.jp", "the former one", HOME);
                office.clock.advance(Duration.ofMinutes(1));
            }
            // The success after the failure is told: it says that the failure was put right.
            assertThat(signIns(office)).hasSize(3);
            office.signIn("taro@example.jp", PASSWORD, caller(Protocol.POP3, "192.0.2.1"));
            assertThat(signIns(office)).hasSize(4);
        }
    }

    @Test
    default void noSecretIsEverWrittenDown() {
        try (Office office = staffed()) {
            office.signIn("taro@example.jp", PASSWORD, HOME);
            office.signIn("taro@example.jp", "entirely mistaken", HOME);
            office.signIn("nobody@example.jp", "entirely mistaken", HOME);
            assertThat(office.rows().toString()).doesNotContain(PASSWORD, "mistaken", "argon2id", "SCRAM-SHA-256$");
        }
    }

    /** The rows about signing in, oldest first. */
    static List<JournalRow> signIns(Office office) {
        return office.rows().stream()
                .filter(row -> !(row.event() instanceof JournalEvent.SettingChanged))
                .toList();
    }
}
