// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.LIMITS;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Office.caller;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;

/** Those who guess are stopped; those who live with a password are not. */
interface GuessingContract {
    String TARO = "taro@example.jp";

    Office office();

    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account(TARO);
        office.account("hanako@example.jp");
        return office;
    }

    /** Wrong guesses at one login, each from a peer of its own. */
    private static void guessFromAfar(Office office, String login, int guesses) {
        for (int i = 0; i < guesses; i++) {
            Origin peer = caller(Protocol.IMAP, "198.51." + i + ".9");
            assertThat(office.signIn(login, "wrong guess " + i, peer)).isEqualTo(new SignIn.Denied());
        }
    }

    /** Wrong guesses at many logins from one peer. */
    private static void guessAround(Office office, Origin peer, int guesses) {
        for (int i = 0; i < guesses; i++) {
            String login = "u" + i + "." + Math.floorMod(peer.hashCode(), 1_000_000) + "@example.jp";
            assertThat(office.signIn(login, "wrong guess", peer)).isEqualTo(new SignIn.Denied());
        }
    }

    @Test
    default void peerIsStoppedAfterItsFailuresWhateverTheLoginAndTheProtocol() {
        try (Office office = staffed()) {
            for (Protocol protocol : List.of(Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION)) {
                guessAround(office, caller(protocol, "203.0.113.5"), 1);
                office.clock.advance(Duration.ofMinutes(1));
            }
            Origin peer = caller(Protocol.IMAP, "203.0.113.5");
            assertThat(office.signIn(TARO, "wrong guess", peer)).isEqualTo(new SignIn.Denied());
            assertThat(office.signIn("hanako@example.jp", PASSWORD, peer))
                    .isEqualTo(new SignIn.TryLater(Duration.ofMinutes(7)));
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "203.0.113.6")))
                    .isInstanceOf(SignIn.Granted.class);
            office.clock.advance(Duration.ofMinutes(7));
            assertThat(office.signIn("hanako@example.jp", PASSWORD, peer)).isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void neighboursInAnIpv6NetworkAreOnePeer() {
        try (Office office = staffed()) {
            for (int i = 0; i < LIMITS.peer().failures(); i++) {
                guessAround(office, caller(Protocol.IMAP, "2001:db8:1:2::" + i), 1);
            }
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "2001:db8:1:2:ffff::1")))
                    .isInstanceOf(SignIn.TryLater.class);
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "2001:db8:1:3::1")))
                    .isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void networkIsStoppedWhereNoPeerOfItIsYet() {
        try (Office office = staffed()) {
            for (int i = 0; i < LIMITS.network().failures(); i++) {
                guessAround(office, caller(Protocol.POP3, "203.0.113." + i), 1);
                guessAround(office, caller(Protocol.SUBMISSION, "2001:db8:1:" + i + "::1"), 1);
            }
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "203.0.113.255")))
                    .isEqualTo(new SignIn.TryLater(LIMITS.network().window()));
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "2001:db8:1:ffff::1")))
                    .isEqualTo(new SignIn.TryLater(LIMITS.network().window()));
            for (String elsewhere : List.of("203.0.112.255", "203.0.114.0", "2001:db8:2::1", "2001:db8::1")) {
                assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, elsewhere)))
                        .isInstanceOf(SignIn.Granted.class);
            }
            office.clock.advance(LIMITS.network().window());
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "203.0.113.255")))
                    .isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void failuresUpToTheLimitOfANetworkStopNobodyElseInIt() {
        try (Office office = staffed()) {
            for (int i = 1; i < LIMITS.network().failures(); i++) {
                guessAround(office, caller(Protocol.IMAP, "203.0.113." + i), 1);
            }
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "203.0.113.99")))
                    .isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void neighboursNeverKeepOutAnOwnerWhoHasSignedInThereBefore() {
        try (Office office = staffed()) {
            Origin home = caller(Protocol.IMAP, "203.0.113.200");
            assertThat(office.signIn(TARO, PASSWORD, home)).isInstanceOf(SignIn.Granted.class);
            for (int i = 0; i < LIMITS.network().failures(); i++) {
                guessAround(office, caller(Protocol.IMAP, "203.0.113." + i), 1);
            }
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.SUBMISSION, "203.0.113.200")))
                    .isInstanceOf(SignIn.Granted.class);
            assertThat(office.signIn("hanako@example.jp", PASSWORD, home)).isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void loginIsStoppedAfterItsFailuresFromWherever() {
        try (Office office = staffed()) {
            guessFromAfar(office, TARO, LIMITS.login().failures());
            Origin fresh = caller(Protocol.IMAP, "203.0.113.5");
            assertThat(office.signIn(TARO, PASSWORD, fresh)).isInstanceOf(SignIn.TryLater.class);
            assertThat(office.signIn("TARO@EXAMPLE.JP", PASSWORD, fresh)).isInstanceOf(SignIn.TryLater.class);
            assertThat(office.signIn("hanako@example.jp", PASSWORD, fresh)).isInstanceOf(SignIn.Granted.class);
            office.clock.advance(LIMITS.login().window());
            assertThat(office.signIn(TARO, PASSWORD, fresh)).isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void loginThatIsNobodysIsStoppedLikeAnyOther() {
        try (Office office = staffed()) {
            guessFromAfar(office, "nobody@example.jp", LIMITS.login().failures());
            assertThat(office.signIn("nobody@example.jp", PASSWORD, caller(Protocol.IMAP, "203.0.113.5")))
                    .isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void failuresOutliveARestartAndAreSharedByProcesses() {
        try (Office office = staffed()) {
            Origin peer = caller(Protocol.IMAP, "203.0.113.5");
            guessAround(office, peer, LIMITS.peer().failures() - 1);
            office.reopen();
            guessAround(office, peer, 1);
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, peer)).isInstanceOf(SignIn.TryLater.class);
            try (Registry colleague = office.colleague()) {
                assertThat(colleague.authenticator().signIn(TARO, new byte[] {1}, "PLAIN", peer))
                        .isInstanceOf(SignIn.TryLater.class);
            }
        }
    }

    @Test
    default void stoppedGuessIsNotCheckedAndLeavesOneRow() {
        try (Office office = staffed()) {
            Origin peer = caller(Protocol.IMAP, "203.0.113.5");
            guessAround(office, peer, LIMITS.peer().failures());
            int checks = office.hash.checks().size();
            for (int i = 0; i < 5; i++) {
                office.signIn(TARO, "wrong guess " + i, peer);
            }
            assertThat(office.hash.checks()).hasSize(checks);
            assertThat(SignInContract.signIns(office))
                    .filteredOn(row -> row.event() instanceof SignInFailed failed
                            && failed.reason().equals("too many failures"))
                    .hasSize(1);
        }
    }

    @Test
    default void stoppedGuessThatIsRightIsNotAnsweredEvenWhileTheOwnerIsSignedIn() {
        try (Office office = staffed()) {
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.IMAP, "192.0.2.1")))
                    .isInstanceOf(SignIn.Granted.class);
            Origin guesser = caller(Protocol.IMAP, "203.0.113.5");
            guessAround(office, guesser, LIMITS.peer().failures());
            assertThat(office.signIn(TARO, PASSWORD, guesser)).isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void ownerIsNeverKeptOutFromWhereSheHasSignedInBefore() {
        try (Office office = staffed()) {
            Origin home = caller(Protocol.IMAP, "192.0.2.1");
            assertThat(office.signIn(TARO, PASSWORD, home)).isInstanceOf(SignIn.Granted.class);
            guessFromAfar(office, TARO, LIMITS.login().failures());
            guessAround(office, home, LIMITS.peer().failures());
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, caller(Protocol.POP3, "192.0.2.1")))
                    .isInstanceOf(SignIn.Granted.class);
            assertThat(office.signIn("hanako@example.jp", PASSWORD, home)).isInstanceOf(SignIn.TryLater.class);
            assertThat(office.pause.pauses).isEmpty();
        }
    }

    @Test
    default void failuresAtAKnownPeerMakeItSlowUntilTheRightPasswordEndsThem() {
        try (Office office = staffed()) {
            Origin home = caller(Protocol.IMAP, "192.0.2.1");
            office.signIn(TARO, PASSWORD, home);
            for (int i = 0; i < LIMITS.knownPeer().failures(); i++) {
                assertThat(office.signIn(TARO, "wrong guess " + i, home)).isEqualTo(new SignIn.Denied());
            }
            assertThat(office.pause.pauses).isEmpty();
            office.signIn(TARO, "one more guess", home);
            assertThat(office.pause.pauses).containsExactly(LIMITS.slowness());
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, home)).isInstanceOf(SignIn.Granted.class);
            assertThat(office.pause.pauses).hasSize(2);
            office.signIn(TARO, "mistyped it", home);
            assertThat(office.pause.pauses).hasSize(2);
        }
    }

    @Test
    default void peerIsForgottenAfterAQuarterOfAYear() {
        try (Office office = staffed()) {
            Origin home = caller(Protocol.IMAP, "192.0.2.1");
            office.signIn(TARO, PASSWORD, home);
            office.clock.advance(Duration.ofDays(90));
            guessAround(office, home, LIMITS.peer().failures());
            office.reopen();
            assertThat(office.signIn(TARO, PASSWORD, home)).isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void staleSavedPasswordIsCountedOnce() {
        try (Office office = staffed()) {
            Origin phone = caller(Protocol.IMAP, "203.0.113.5");
            for (int i = 0; i < 20; i++) {
                assertThat(office.signIn(TARO, "the former one", phone)).isEqualTo(new SignIn.Denied());
            }
            assertThat(office.signIn(TARO, PASSWORD, phone)).isInstanceOf(SignIn.Granted.class);
        }
    }

    @Test
    default void guessesSentAtOnceAreCountedBeforeTheNextIsChecked() throws Exception {
        try (Office office = staffed();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SignIn>> guesses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String guess = "wrong guess " + i;
                guesses.add(() -> office.signIn(TARO, guess, caller(Protocol.IMAP, "203.0.113.5")));
            }
            threads.invokeAll(guesses);
            assertThat(office.hash.checks()).hasSize(LIMITS.peer().failures());
        }
    }
}
