// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Directory.Recipient;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.ChangeQuery;
import org.fumibako.registry.history.ChangeRow;
import org.fumibako.registry.history.MadeChanges;
import org.junit.jupiter.api.Test;

/** Signing in to the panel, its sessions, its lists, and what it remembers of changes. */
interface PanelContract {
    Origin BROWSER = Office.caller(Protocol.WEB, "192.0.2.7");
    EmailAddress TARO = EmailAddress.of("taro@example.jp");

    Office office();

    private static PanelSignIn.Outcome signIn(Office office, String login, String password) {
        return office.registry().panelSignIn().signIn(login, password.getBytes(StandardCharsets.UTF_8), BROWSER);
    }

    private static Principal customer(Office office) {
        office.domain("example.jp", office.customer("tanaka"));
        office.registry().logins().customerPassword("tanaka", Office.PASSWORD, Office.DESK);
        return ((PanelSignIn.Outcome.Granted) signIn(office, "tanaka", Office.PASSWORD)).principal();
    }

    private static ChangeQuery all(String text) {
        return new ChangeQuery(Optional.empty(), Optional.empty(), Optional.empty(), text, 0, 50);
    }

    @Test
    default void eachNameSignsInAsWhatItIs() {
        try (Office office = office()) {
            office.registry().logins().operator("root", "root's long password".replace("root", "r00t"), Office.DESK);
            assertThat(signIn(office, "ROOT", "r00t's long password"))
                    .isEqualTo(new PanelSignIn.Outcome.Granted(new Principal.Operator(1, "root")));
            assertThat(customer(office)).isInstanceOf(Principal.Contractor.class);
            office.account("taro@example.jp");
            assertThat(signIn(office, "Taro@Example.JP", Office.PASSWORD))
                    .isInstanceOfSatisfying(
                            PanelSignIn.Outcome.Granted.class,
                            granted -> assertThat(granted.principal().login()).isEqualTo("taro@example.jp"));
            assertThat(signIn(office, "root", Office.PASSWORD)).isEqualTo(new PanelSignIn.Outcome.Denied());
            assertThat(signIn(office, "nobody", Office.PASSWORD)).isEqualTo(new PanelSignIn.Outcome.Denied());
        }
    }

    @Test
    default void aNameIsEitherAnOperatorsOrACustomers() {
        try (Office office = office()) {
            customer(office);
            assertThatThrownBy(() -> office.registry().logins().operator("tanaka", "a long password", Office.DESK))
                    .isInstanceOf(RegistryException.class);
            office.registry().logins().operator("suzuki", "a long password", Office.DESK);
            office.customer("suzuki");
            assertThatThrownBy(() ->
                            office.registry().logins().customerPassword("suzuki", "another long password", Office.DESK))
                    .isInstanceOf(RegistryException.class);
            assertThatThrownBy(() -> office.registry().logins().deleteOperator("suzuki", Office.DESK))
                    .hasMessage("There must be an operator.");
        }
    }

    @Test
    default void failuresCountForTheMailProtocolsAndTheOtherWayRound() {
        try (Office office = office()) {
            customer(office);
            office.account("taro@example.jp");
            for (int guess = 0; guess < 2; guess++) {
                signIn(office, "hanako@example.jp", "guess " + guess);
                office.signIn("hanako@example.jp", "other guess " + guess, Office.caller(Protocol.IMAP, "192.0.2.7"));
            }
            assertThat(signIn(office, "hanako@example.jp", "one more"))
                    .isInstanceOf(PanelSignIn.Outcome.TryLater.class);
            assertThat(signIn(office, "ito", "one more")).isInstanceOf(PanelSignIn.Outcome.TryLater.class);
            assertThat(signIn(office, "tanaka", Office.PASSWORD))
                    .as("where the customer has signed in before")
                    .isInstanceOf(PanelSignIn.Outcome.Granted.class);
        }
    }

    @Test
    default void aSessionEndsByRestTimeAndPassword() {
        try (Office office = office()) {
            Principal tanaka = customer(office);
            WebSessions sessions = office.registry().webSessions();
            String token = sessions.begin(tanaka, BROWSER).token();
            office.clock.advance(WebSessions.IDLE.minusMinutes(1));
            assertThat(sessions.find(token))
                    .hasValueSatisfying(
                            session -> assertThat(session.principal()).isEqualTo(tanaka));
            office.clock.advance(WebSessions.IDLE.minusMinutes(1));
            assertThat(sessions.find(token)).as("it was used meanwhile").isPresent();
            office.reopen();
            assertThat(office.registry().webSessions().find(token)).isPresent();
            office.clock.advance(WebSessions.IDLE);
            assertThat(office.registry().webSessions().find(token)).isEmpty();
            String second =
                    office.registry().webSessions().begin(tanaka, BROWSER).token();
            for (Duration used = Duration.ZERO; used.compareTo(WebSessions.LIFETIME) < 0; used = used.plusHours(11)) {
                office.registry().webSessions().find(second);
                office.clock.advance(Duration.ofHours(11));
            }
            assertThat(office.registry().webSessions().find(second)).isEmpty();
            String third =
                    office.registry().webSessions().begin(tanaka, BROWSER).token();
            office.registry().logins().customerPassword("tanaka", "another long password", Office.DESK);
            assertThat(office.registry().webSessions().find(third)).isEmpty();
            assertThat(office.registry().webSessions().find("nonsense")).isEmpty();
        }
    }

    @Test
    default void nobodyEndsAnothersSession() {
        try (Office office = office()) {
            Principal tanaka = customer(office);
            Principal taro = new Principal.Owner(office.account("taro@example.jp"));
            WebSessions sessions = office.registry().webSessions();
            WebSessions.Begun begun = sessions.begin(taro, BROWSER);
            assertThat(sessions.end(tanaka, begun.session().id())).isFalse();
            assertThat(sessions.list(tanaka)).isEmpty();
            assertThat(sessions.list(taro))
                    .extracting(WebSessions.Session::id)
                    .containsExactly(begun.session().id());
            assertThat(sessions.end(taro, begun.session().id())).isTrue();
            String token = sessions.begin(taro, BROWSER).token();
            office.registry().accounts().changePassword(TARO, "kiku to momiji", Office.DESK);
            assertThat(sessions.find(token)).isEmpty();
        }
    }

    @Test
    default void theLanguageIsKept() {
        try (Office office = office()) {
            Principal tanaka = customer(office);
            Principal taro = new Principal.Owner(office.account("taro@example.jp"));
            office.registry().webSessions().language(tanaka, "en");
            assertThat(office.registry().webSessions().language(tanaka)).isEqualTo("en");
            assertThat(office.registry().webSessions().language(taro)).isEmpty();
            office.registry().webSessions().language(taro, "ja");
            assertThat(office.registry().webSessions().language(taro)).isEqualTo("ja");
        }
    }

    @Test
    default void listsAreFilteredSortedAndCut() {
        try (Office office = office()) {
            Domain domain = office.domain("example.jp", office.customer("tanaka"));
            office.domain("other.jp", office.customer("suzuki"));
            for (String name : List.of("taro", "hanako", "keiri", "a_b")) {
                office.account(name + "@example.jp", name.length() * 100);
            }
            office.registry().accounts().rename(EmailAddress.of("keiri@example.jp"), "経理 Accounts", Office.DESK);
            office.signIn("taro@example.jp", Office.PASSWORD, Office.caller(Protocol.IMAP, "192.0.2.9"));
            AccountList list = office.registry().accountList();
            assertThat(addresses(list.list(new AccountQuery(domain.id(), "", AccountQuery.Sort.ADDRESS, false, 1, 2))))
                    .containsExactly("hanako@example.jp", "keiri@example.jp");
            assertThat(addresses(list.list(new AccountQuery(domain.id(), "", AccountQuery.Sort.QUOTA, true, 0, 9))))
                    .startsWith("hanako@example.jp", "keiri@example.jp");
            assertThat(addresses(
                            list.list(new AccountQuery(domain.id(), "", AccountQuery.Sort.LAST_SIGN_IN, true, 0, 1))))
                    .containsExactly("taro@example.jp");
            assertThat(addresses(list.list(new AccountQuery(domain.id(), "経理", AccountQuery.Sort.NAME, false, 0, 9))))
                    .containsExactly("keiri@example.jp");
            assertThat(addresses(
                            list.list(new AccountQuery(domain.id(), "A_B@", AccountQuery.Sort.CREATED, false, 0, 9))))
                    .containsExactly("a_b@example.jp");
            for (DomainQuery.Sort sort : DomainQuery.Sort.values()) {
                assertThat(office.registry()
                                .domainList()
                                .list(new DomainQuery(Optional.empty(), "", sort, true, 0, 9))
                                .total())
                        .isEqualTo(2);
            }
            ListedDomain listed = office.registry()
                    .domainList()
                    .list(new DomainQuery(
                            Optional.of(domain.customer()), "EXAMPLE", DomainQuery.Sort.NAME, false, 0, 9))
                    .items()
                    .getFirst();
            assertThat(listed.accounts()).isEqualTo(4);
            assertThat(listed.quotaMegabytes()).isEqualTo(1_800);
            assertThat(office.registry()
                            .domainList()
                            .accounts(domain.customer())
                            .get(domain.id()))
                    .hasSize(4);
        }
    }

    private static List<String> addresses(AccountList.Page<ListedAccount> page) {
        return page.items().stream()
                .map(item -> item.account().address().toString())
                .toList();
    }

    @Test
    default void anAccountThatIsGivenUpComesBackWithItsAliases() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("tanaka"));
            Account taro = office.account("taro@example.jp");
            office.account("hanako@example.jp");
            office.alias("info@example.jp", "taro@example.jp", "hanako@example.jp");
            office.registry().retirement().retire(TARO, Office.DESK);
            assertThat(office.registry().resolve(TARO)).isEqualTo(new Recipient.Unknown());
            assertThat(office.registry().resolve(EmailAddress.of("info@example.jp")))
                    .isInstanceOfSatisfying(
                            Recipient.Local.class,
                            local -> assertThat(local.accounts()).hasSize(1));
            assertThat(office.signIn("taro@example.jp", Office.PASSWORD, BROWSER))
                    .isEqualTo(new Authenticator.SignIn.Denied());
            ChangeRow deleted =
                    office.registry().history().list(all("taro")).items().getFirst();
            assertThat(deleted.kind()).isEqualTo(ChangeKind.ACCOUNT_DELETED);
            office.registry().history().undo(deleted.bundle(), Office.DESK);
            assertThat(office.registry().account(TARO)).hasValue(taro);
            assertThat(office.registry().resolve(EmailAddress.of("info@example.jp")))
                    .isInstanceOfSatisfying(
                            Recipient.Local.class,
                            local -> assertThat(local.accounts()).hasSize(2));
        }
    }

    @Test
    default void itIsKeptForAWeekAndItsAddressIsFreeMeanwhile() {
        try (Office office = office()) {
            office.domain(
                    "example.jp",
                    office.customer("tanaka", new PlanLimits(1, 1, 2_000, 9, 9, PlanLimits.STANDARD.messageSize())));
            Account first = office.account("taro@example.jp");
            office.registry().retirement().retire(TARO, Office.DESK);
            ChangeRow deleted =
                    office.registry().history().list(all("")).items().getFirst();
            Account second = office.account("taro@example.jp");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThatThrownBy(() -> office.registry().history().undo(deleted.bundle(), Office.DESK))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            why -> assertThat(why.word()).isEqualTo("account-exists"));
            assertThat(office.registry().retirement().before(office.clock.instant()))
                    .isEmpty();
            office.clock.advance(Retirement.PERIOD.plusSeconds(1));
            assertThat(office.registry()
                            .retirement()
                            .before(office.clock.instant().minus(Retirement.PERIOD)))
                    .extracting(Account::id)
                    .containsExactly(first.id());
            assertThatThrownBy(() -> office.registry().history().undo(deleted.bundle(), Office.DESK))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            why -> assertThat(why.word()).isEqualTo("undo-over"));
            office.registry().retirement().remove(first.id(), Office.DESK);
            assertThat(office.registry().accounts().list()).containsExactly(second);
            assertThatThrownBy(() -> office.registry().retirement().remove(second.id(), Office.DESK))
                    .as("one that nobody gave up")
                    .isInstanceOf(RegistryException.class);
        }
    }

    @Test
    default void changesMadeInOneGoAreUndoneInOneGoAndTheJournalNamesTheActor() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("tanaka"));
            office.account("taro@example.jp");
            Origin tanaka = BROWSER.withActor("customer tanaka");
            long bundle = MadeChanges.during(() -> {
                office.registry().accounts().changeQuota(TARO, new Quota(300), tanaka);
                office.registry().accounts().rename(TARO, "受付", tanaka);
                office.registry().accounts().suspend(TARO, true, tanaka);
                return MadeChanges.bundle();
            });
            assertThat(office.registry().history().bundle(bundle)).hasSize(3);
            assertThat(office.rows())
                    .extracting(row -> row.event())
                    .contains(new JournalEvent.SettingChanged(
                            "account taro@example.jp was given 300 MB", "customer tanaka"));
            office.registry().history().undo(bundle, Office.DESK);
            ListedAccount account = office.registry()
                    .accountList()
                    .find(office.registry().account(TARO).orElseThrow().id())
                    .orElseThrow();
            assertThat(account.name()).isEmpty();
            assertThat(account.account().quota()).isEqualTo(Quota.DEFAULT);
            assertThat(account.account().suspended()).isFalse();
            assertThat(office.registry().history().list(all("tanaka")).items())
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row.undone()).isPresent());
        }
    }

    @Test
    default void theSecondStepTakesEachCodeOnceAndFewWrongOnes() {
        try (Office office = office()) {
            Principal tanaka = customer(office);
            TwoStep steps = office.registry().twoStep();
            assertThat(steps.check(tanaka, "")).isEqualTo(TwoStep.Verdict.NOT_NEEDED);
            byte[] secret = Totp.octets(steps.begin(tanaka));
            assertThat(steps.confirm(tanaka, "000000x", Office.DESK)).isEmpty();
            assertThat(steps.check(tanaka, "")).as("not before it is confirmed").isEqualTo(TwoStep.Verdict.NOT_NEEDED);
            String first = Totp.code(secret, office.clock.instant().getEpochSecond() / 30);
            List<String> codes = steps.confirm(tanaka, first, Office.DESK).orElseThrow();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            assertThat(steps.check(tanaka, first)).as("seen already").isEqualTo(TwoStep.Verdict.WRONG);
            office.clock.advance(Duration.ofSeconds(30));
            String second = Totp.code(secret, office.clock.instant().getEpochSecond() / 30);
            assertThat(steps.check(tanaka, second)).isEqualTo(TwoStep.Verdict.RIGHT);
            assertThat(steps.check(tanaka, codes.getFirst())).isEqualTo(TwoStep.Verdict.RIGHT);
            assertThat(steps.check(tanaka, codes.getFirst())).isEqualTo(TwoStep.Verdict.WRONG);
            assertThat(steps.state(tanaka).recoveryCodes()).isEqualTo(9);
            for (int guess = 0; guess < 5; guess++) {
                steps.check(tanaka, "guess");
            }
            assertThat(steps.check(tanaka, codes.getLast())).isEqualTo(TwoStep.Verdict.TOO_MANY);
            office.clock.advance(Duration.ofMinutes(10));
            assertThat(steps.check(tanaka, codes.getLast())).isEqualTo(TwoStep.Verdict.RIGHT);
            assertThatThrownBy(() -> steps.begin(tanaka)).isInstanceOf(RegistryException.class);
            steps.off(tanaka, Office.DESK);
            assertThat(steps.state(tanaka)).isEqualTo(new TwoStep.State(Optional.empty(), 0));
        }
    }

    @Test
    default void aBundleIsUndoneWholeOrNotAtAll() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("tanaka"));
            office.account("taro@example.jp");
            EmailAddress hanako = office.account("hanako@example.jp").address();
            long bundle = MadeChanges.during(() -> {
                office.registry().accounts().changeQuota(TARO, new Quota(300), Office.DESK);
                office.registry().accounts().changeQuota(hanako, new Quota(300), Office.DESK);
                return MadeChanges.bundle();
            });
            office.registry().accounts().changeQuota(TARO, new Quota(400), Office.DESK);
            assertThatThrownBy(() -> office.registry().history().undo(bundle, Office.DESK))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            why -> assertThat(why.word()).isEqualTo("undo-overtaken"));
            assertThat(office.registry().account(hanako).orElseThrow().quota()).isEqualTo(new Quota(300));
            office.registry().accounts().changeQuota(TARO, new Quota(300), Office.DESK);
            office.registry().history().undo(bundle, Office.DESK);
            assertThat(office.registry().account(hanako).orElseThrow().quota()).isEqualTo(Quota.DEFAULT);
        }
    }
}
