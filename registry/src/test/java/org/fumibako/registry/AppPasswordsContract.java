// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.AppScope.Use;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.RegistryException.Reason;
import org.fumibako.registry.sasl.SaslServer;
import org.junit.jupiter.api.Test;

/** Passwords that single programs have. */
interface AppPasswordsContract {
    EmailAddress TARO = EmailAddress.of("taro@example.jp");
    Origin PHONE = Office.caller(Protocol.IMAP, "192.0.2.9");

    Office office();

    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        office.account("hanako@example.jp");
        return office;
    }

    private static AppPassword.Issued issue(Office office, String name, AppScope scope) {
        return office.registry().appPasswords().add(TARO, name, scope, DESK);
    }

    private static SignIn signIn(Office office, String password, Origin from) {
        return office.signIn("taro@example.jp", password, from);
    }

    @Test
    default void appPasswordSignsInHoweverItIsTypedAndCostsNoSlowHash() {
        try (Office office = staffed()) {
            AppPassword.Issued phone = issue(office, "phone", AppScope.ALL);
            assertThat(phone.password()).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
            String bare = phone.password().replace("-", "");
            for (String typed : new String[] {phone.password(), bare, bare.toUpperCase(Locale.ROOT)}) {
                assertThat(signIn(office, typed, PHONE))
                        .isInstanceOfSatisfying(
                                SignIn.Granted.class,
                                granted -> assertThat(granted.appPassword().map(AppPassword::id))
                                        .contains(phone.appPassword().id()));
            }
            assertThat(office.hash.checks()).isEmpty();
            assertThat(signIn(office, PASSWORD, PHONE))
                    .as("the account's own goes on")
                    .isInstanceOf(SignIn.Granted.class);
            assertThat(phone.toString()).doesNotContain(phone.password());
        }
    }

    @Test
    default void appPasswordIsGoodForOneAccountOnly() {
        try (Office office = staffed()) {
            String password = issue(office, "phone", AppScope.ALL).password();
            assertThat(office.signIn("hanako@example.jp", password, PHONE)).isInstanceOf(SignIn.Denied.class);
            assertThat(office.signIn("nobody@example.jp", password, PHONE)).isInstanceOf(SignIn.Denied.class);
        }
    }

    @Test
    default void scopeSaysThroughWhichDoors() {
        try (Office office = staffed()) {
            String password = issue(office, "printer", new AppScope(Set.of(Use.SMTP), true))
                    .password();
            Origin submission = Office.caller(Protocol.SUBMISSION, "192.0.2.9");
            assertThat(signIn(office, password, submission)).isInstanceOf(SignIn.Granted.class);
            assertThat(signIn(office, password, PHONE)).isEqualTo(new SignIn.Denied());
            assertThat(signIn(office, password, Office.caller(Protocol.POP3, "192.0.2.9")))
                    .isEqualTo(new SignIn.Denied());
            assertThat(SignInContract.signIns(office))
                    .extracting(JournalRow::event)
                    .containsExactly(
                            new SignedIn("PLAIN"),
                            new SignInFailed("taro@example.jp", "PLAIN", "app password \"printer\" is not for IMAP"),
                            new SignInFailed("taro@example.jp", "PLAIN", "app password \"printer\" is not for POP3"));
        }
    }

    @Test
    default void receiveOnlyFetchesAndMayNotDelete() {
        try (Office office = staffed()) {
            String password = issue(office, "reception", AppScope.RECEIVE_ONLY).password();
            assertThat(signIn(office, password, Office.caller(Protocol.POP3, "192.0.2.9")))
                    .isInstanceOfSatisfying(
                            SignIn.Granted.class,
                            granted -> assertThat(granted.mayDelete()).isFalse());
            assertThat(signIn(office, password, Office.caller(Protocol.SUBMISSION, "192.0.2.9")))
                    .isEqualTo(new SignIn.Denied());
            assertThat(signIn(office, PASSWORD, PHONE))
                    .isInstanceOfSatisfying(
                            SignIn.Granted.class,
                            granted -> assertThat(granted.mayDelete()).isTrue());
        }
    }

    @Test
    default void proofOfAnyOfAnAccountsPasswordsSignsIn() throws Exception {
        try (Office office = staffed()) {
            AppPassword.Issued first = issue(office, "phone", AppScope.ALL);
            AppPassword.Issued second = issue(office, "tablet", AppScope.ALL);
            assertThat(proven(office, first.password()))
                    .contains(first.appPassword().id());
            assertThat(proven(office, second.password()))
                    .contains(second.appPassword().id());
            assertThat(proven(office, PASSWORD)).isEmpty();
            office.registry().accounts().changePassword(TARO, "atarashii hako", DESK);
            assertThat(proven(office, first.password()))
                    .as("after the account's own was changed")
                    .contains(first.appPassword().id());
            assertThat(proven(office, "atarashii hako")).isEmpty();
            office.registry().appPasswords().revoke(TARO, first.appPassword().id(), DESK);
            SaslServer server = server(office);
            ScramClient revoked = new ScramClient("taro@example.jp", first.password());
            assertThat(revoked.finish(server, revoked.begin(server)))
                    .isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
        }
    }

    private static Optional<Long> proven(Office office, String password) throws Exception {
        SaslServer server = server(office);
        ScramClient client = new ScramClient("taro@example.jp", password);
        SaslServer.Success success = (SaslServer.Success) client.finish(server, client.begin(server));
        return success.granted().appPassword().map(AppPassword::id);
    }

    private static SaslServer server(Office office) {
        return SaslServer.start("SCRAM-SHA-256", office.registry().authenticator(), PHONE, Optional.empty())
                .orElseThrow();
    }

    @Test
    default void lastUseIsKeptAndTheJournalNamesThePassword() {
        try (Office office = staffed()) {
            AppPassword.Issued phone = issue(office, "花子のスマホ", AppScope.ALL);
            assertThat(phone.appPassword().lastUse()).isEmpty();
            signIn(office, phone.password(), PHONE);
            office.clock.advance(Duration.ofMinutes(1));
            signIn(office, phone.password(), Office.caller(Protocol.POP3, "198.51.100.4"));
            office.clock.advance(Duration.ofMinutes(1));
            signIn(office, phone.password(), Office.caller(Protocol.POP3, "198.51.100.4"));
            assertThat(list(office))
                    .singleElement()
                    .satisfies(found -> assertThat(found.lastUse())
                            .contains(new AppPassword.LastUse(
                                    office.clock.instant().minus(Duration.ofMinutes(1)),
                                    "198.51.100.4",
                                    Protocol.POP3)));
            assertThat(SignInContract.signIns(office))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.origin().appPassword()).contains("花子のスマホ"));
        }
    }

    @Test
    default void revokedOneEndsItsSessionsAndIsToldFromAGuess() {
        try (Office office = staffed()) {
            AppPassword.Issued phone = issue(office, "phone", AppScope.ALL);
            AppPassword.Issued tablet = issue(office, "tablet", AppScope.ALL);
            int[] ended = {0, 0};
            enter(office, phone.password(), () -> ended[0]++);
            enter(office, tablet.password(), () -> ended[1]++);
            SignIn late = signIn(office, phone.password(), PHONE);
            office.registry().appPasswords().revoke(TARO, phone.appPassword().id(), DESK);
            assertThat(ended).containsExactly(1, 0);
            office.registry().authenticator().entered((SignIn.Granted) late, () -> ended[0]++);
            assertThat(ended).as("who was let in just before").containsExactly(2, 0);
            assertThat(signIn(office, phone.password(), PHONE)).isEqualTo(new SignIn.Denied());
            assertThat(SignInContract.signIns(office).getLast().event())
                    .isEqualTo(new SignInFailed("taro@example.jp", "PLAIN", "app password \"phone\" is revoked"));
            for (int i = 0; i < Office.LIMITS.login().failures() + 1; i++) {
                signIn(office, phone.password(), Office.caller(Protocol.IMAP, "203.0.113.7"));
            }
            assertThat(signIn(office, tablet.password(), Office.caller(Protocol.IMAP, "203.0.113.7")))
                    .as("a device that nobody told stops no other")
                    .isInstanceOf(SignIn.Granted.class);
            assertThat(list(office)).extracting(AppPassword::name).containsExactly("tablet");
            assertThat(issue(office, "phone", AppScope.ALL).password()).isNotEqualTo(phone.password());
        }
    }

    private static void enter(Office office, String password, Runnable end) {
        SignIn outcome = signIn(office, password, PHONE);
        office.registry().authenticator().entered((SignIn.Granted) outcome, end);
    }

    @Test
    default void wrongOnesAreCountedAsGuesses() {
        try (Office office = staffed()) {
            issue(office, "phone", AppScope.ALL);
            for (int i = 0; i < Office.LIMITS.peer().failures(); i++) {
                assertThat(signIn(office, "aaaa-bbbb-cccc-dddd-eee" + "abcdef".charAt(i), PHONE))
                        .isEqualTo(new SignIn.Denied());
            }
            assertThat(signIn(office, "aaaa-bbbb-cccc-dddd-eeez", PHONE)).isInstanceOf(SignIn.TryLater.class);
        }
    }

    @Test
    default void appPasswordOfASuspendedAccountLetsNobodyIn() {
        try (Office office = staffed()) {
            String password = issue(office, "phone", AppScope.ALL).password();
            office.registry().accounts().suspend(TARO, true, DESK);
            assertThat(signIn(office, password, PHONE)).isEqualTo(new SignIn.Suspended());
        }
    }

    @Test
    default void namesAreUniqueShortAndPrintable() {
        try (Office office = staffed()) {
            issue(office, "n".repeat(AppPassword.MAX_NAME), AppScope.ALL);
            assertRefused(
                    Reason.INVALID,
                    "app password",
                    () -> issue(office, "n".repeat(AppPassword.MAX_NAME + 1), AppScope.ALL));
            assertRefused(Reason.INVALID, "app password", () -> issue(office, " ", AppScope.ALL));
            assertRefused(Reason.INVALID, "app password", () -> issue(office, "a\tb", AppScope.ALL));
            issue(office, "phone", AppScope.ALL);
            assertRefused(Reason.ALREADY_EXISTS, "already", () -> issue(office, "phone", AppScope.RECEIVE_ONLY));
            assertRefused(Reason.INVALID, "one use", () -> new AppScope(Set.of(), true));
            assertRefused(
                    Reason.NOT_FOUND,
                    "There is no",
                    () -> office.registry()
                            .appPasswords()
                            .revoke(
                                    EmailAddress.of("hanako@example.jp"),
                                    list(office).getFirst().id(),
                                    DESK));
            assertRefused(
                    Reason.NOT_FOUND,
                    "There is no",
                    () -> office.registry()
                            .appPasswords()
                            .add(EmailAddress.of("nobody@example.jp"), "phone", AppScope.ALL, DESK));
        }
    }

    @Test
    default void anAccountHasSoManyAndNoMore() {
        try (Office office = staffed()) {
            for (int i = 0; i < AppPasswords.MAX_LIVE; i++) {
                issue(office, "n" + i, AppScope.ALL);
            }
            assertRefused(Reason.OVER_LIMIT, "revoke", () -> issue(office, "one more", AppScope.ALL));
            office.registry()
                    .appPasswords()
                    .revoke(TARO, list(office).getFirst().id(), DESK);
            issue(office, "one more", AppScope.ALL);
        }
    }

    private static List<AppPassword> list(Office office) {
        Account taro = office.registry().accounts().find(TARO).orElseThrow();
        return office.registry().appPasswords().list(taro.id());
    }
}
