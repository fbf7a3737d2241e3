// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.Sending.Exceeded;
import org.fumibako.registry.Sending.Whose;
import org.fumibako.registry.SendingHabits.Habits;
import org.junit.jupiter.api.Test;

/** Accounts that are slowed down, and what they are used to. */
interface PacingContract {
    String WHY = "its mail went out in a way that it never did before";

    Office office();

    private static Account staffed(Office office) {
        office.domain("example.jp", office.customer("demo"));
        return office.account("taro@example.jp");
    }

    @Test
    default void pacedAccountSendsToAFewAnHourOverARestart() {
        try (Office office = office()) {
            Account taro = staffed(office);
            assertThat(office.registry().pacing().pace(taro, WHY, DESK)).isTrue();
            assertThat(office.registry().pacing().pace(taro, "again", DESK)).isFalse();
            office.reopen();
            Sending sending = office.registry().sending();
            assertThat(sending.count(taro, (int) Pacing.PER_HOUR)).isEmpty();
            assertThat(sending.count(taro, 1))
                    .contains(new Exceeded(Whose.ACCOUNT, Duration.ofHours(1), Pacing.PER_HOUR));
            assertThat(office.registry().pacing().list()).containsExactly(new Paced(taro, office.clock.instant(), WHY));
            assertThat(office.registry().pacing().of(taro.id())).isPresent();
        }
    }

    @Test
    default void pacingRaisesNoLimitThatIsLower() {
        try (Office office = office()) {
            Account taro = staffed(office);
            office.registry()
                    .accounts()
                    .changeSendingRate(taro.address(), new SendingRate(OptionalLong.of(3), OptionalLong.empty()), DESK);
            office.registry().pacing().pace(taro, WHY, DESK);
            assertThat(office.registry().sending().foresee(taro, 4))
                    .contains(new Exceeded(Whose.ACCOUNT, Duration.ofHours(1), 3));
        }
    }

    @Test
    default void releasedAccountSendsAsBeforeAndItsPastIsSettled() {
        try (Office office = office()) {
            Account taro = staffed(office);
            office.registry().sending().count(taro, 500);
            Pacing pacing = office.registry().pacing();
            pacing.pace(taro, WHY, DESK);
            pacing.release(taro.address(), DESK);
            assertThat(pacing.list()).isEmpty();
            assertThat(office.registry().sending().count(taro, 30)).isEmpty();
            Habits habits = office.registry().habits().of(taro);
            assertThat(habits.hour()).isZero();
            assertThat(habits.watchedFrom()).isEqualTo(office.clock.instant());
            assertRefused(Reason.NOT_FOUND, "slowed down", () -> pacing.release(taro.address(), DESK));
            assertRefused(Reason.NOT_FOUND, "account", () -> pacing.release(EmailAddress.of("x@example.jp"), DESK));
        }
    }

    @Test
    default void habitsAreTheBusiestOfAHundredDays() {
        try (Office office = office()) {
            Account taro = staffed(office);
            Sending sending = office.registry().sending();
            sending.count(taro, 700);
            office.clock.advance(Duration.ofHours(3));
            sending.count(taro, 300);
            assertThat(office.registry().habits().of(taro))
                    .extracting(Habits::hour, Habits::peak, Habits::days)
                    .containsExactly(300L, 0L, 0L);
            office.clock.advance(Duration.ofDays(2));
            sending.count(taro, 5);
            assertThat(office.registry().habits().of(taro))
                    .extracting(Habits::hour, Habits::peak, Habits::days)
                    .containsExactly(5L, 1_000L, 1L);
            office.clock.advance(SendingHabits.MEMORY);
            sending.count(taro, 1);
            assertThat(office.registry().habits().of(taro))
                    .extracting(Habits::hour, Habits::peak, Habits::days)
                    .containsExactly(1L, 5L, 1L);
        }
    }

    @Test
    default void placesAreWhereTheOwnerSignedInAndSinceWhen() {
        try (Office office = office()) {
            Account taro = staffed(office);
            Instant first = office.clock.instant();
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.IMAP, "198.51.100.7"));
            office.clock.advance(Duration.ofDays(3));
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.IMAP, "198.51.100.7"));
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.POP3, "2001:db8:1:2::9"));
            Habits habits = office.registry().habits().of(taro);
            assertThat(habits.since("198.51.100.7")).contains(first);
            Optional<String> six = habits.places().stream()
                    .map(SendingHabits.Place::peer)
                    .filter(peer -> peer.contains("::/64"))
                    .findFirst();
            assertThat(SignInPeer.address(six.orElseThrow()).orElseThrow().getHostAddress())
                    .isEqualTo("2001:db8:1:2:0:0:0:0");
            assertThat(habits.since("203.0.113.1")).isEmpty();
        }
    }

    @Test
    default void placesOfTheLastDayAreForgottenWhenAnAccountIsPaced() {
        try (Office office = office()) {
            Account taro = staffed(office);
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.IMAP, "198.51.100.7"));
            office.clock.advance(Pacing.KNOWN_AFTER);
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.SUBMISSION, "203.0.113.9"));
            office.registry().pacing().pace(taro, WHY, DESK);
            assertThat(office.registry().habits().of(taro).places())
                    .extracting(SendingHabits.Place::peer)
                    .containsExactly("198.51.100.7");
            for (int i = 0; i < Office.LIMITS.login().failures(); i++) {
                office.signIn("taro@example.jp", "guess " + i, Office.caller(Protocol.IMAP, "203.0.113.9"));
            }
            assertThat(office.signIn("taro@example.jp", "guess", Office.caller(Protocol.POP3, "203.0.113.9")))
                    .isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void sessionsEndWithTheirPasswordAndWithTheirAccount() {
        try (Office office = office()) {
            Account taro = staffed(office);
            Sessions sessions = office.registry().sessions();
            int[] ended = {0};
            enter(office, PASSWORD, () -> ended[0]++);
            office.registry().accounts().changePassword(taro.address(), "atarashii hako", DESK);
            assertThat(ended[0]).isOne();
            enter(office, "atarashii hako", () -> ended[0]++);
            office.registry().accounts().suspend(taro.address(), true, DESK);
            assertThat(ended[0]).isEqualTo(2);
            office.registry().accounts().suspend(taro.address(), false, DESK);
            enter(office, "atarashii hako", () -> ended[0]++);
            office.registry().accounts().delete(taro.address(), DESK);
            assertThat(ended[0]).isEqualTo(3);
            assertThat(sessions.count(taro.id())).isZero();
        }
    }

    private static void enter(Office office, String password, Runnable end) {
        SignIn outcome = office.signIn("taro@example.jp", password, Office.caller(Protocol.IMAP, "192.0.2.1"));
        office.registry().authenticator().entered((SignIn.Granted) outcome, end);
    }

    @Test
    default void sessionOfWhoWasLetInBeforeThePasswordChangedDoesNotBegin() {
        try (Office office = office()) {
            Account taro = staffed(office);
            SignIn before = office.signIn("taro@example.jp", PASSWORD, Office.caller(Protocol.IMAP, "192.0.2.1"));
            office.clock.advance(Duration.ofSeconds(1));
            office.registry().accounts().changePassword(taro.address(), "atarashii hako", DESK);
            int[] ended = {0};
            office.registry().authenticator().entered((SignIn.Granted) before, () -> ended[0]++);
            assertThat(ended[0]).isOne();
        }
    }
}
