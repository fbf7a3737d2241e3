// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.journal.Protocol;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;

/** Sessions that end because of what happens elsewhere. */
interface SessionsContract {
    Office office();

    private Office staffed() {
        Office office = office();
        Customer demo = office.customer("demo");
        office.domain("example.jp", demo);
        office.domain("example.org", demo);
        office.domain("example.net", office.customer("other"));
        for (String address : List.of("taro@example.jp", "hanako@example.org", "jiro@example.net")) {
            office.account(address);
        }
        return office;
    }

    /** Everybody signs in; the answer grows by who is signed out. */
    private static List<String> everybodyEnters(Office office, Registry at) {
        List<String> left = new ArrayList<>();
        for (Account account : office.registry().accounts().list()) {
            enter(
                    office,
                    at,
                    account.address(),
                    () -> left.add(account.address().localPart()));
        }
        return left;
    }

    private static void enter(Office office, Registry at, EmailAddress who, Runnable end) {
        SignIn outcome = office.signIn(who.toString(), PASSWORD, Office.caller(Protocol.IMAP, "192.0.2.1"));
        at.authenticator().entered((SignIn.Granted) outcome, end);
    }

    @Test
    default void suspendedDomainEndsItsSessionsAndNoOthers() {
        try (Office office = staffed()) {
            List<String> left = everybodyEnters(office, office.registry());
            office.registry().domains().suspend(DomainName.of("example.jp"), true, DESK);
            assertThat(left).containsExactly("taro");
            office.registry().domains().suspend(DomainName.of("example.jp"), false, DESK);
            assertThat(left).containsExactly("taro");
        }
    }

    @Test
    default void suspendedCustomerEndsItsSessionsAndNoOthers() {
        try (Office office = staffed()) {
            List<String> left = everybodyEnters(office, office.registry());
            office.registry().customers().suspend("demo", true, DESK);
            assertThat(left).containsExactlyInAnyOrder("taro", "hanako");
        }
    }

    @Test
    default void sessionsAreEndedByHand() {
        try (Office office = staffed()) {
            List<String> left = everybodyEnters(office, office.registry());
            Account taro = office.registry()
                    .accounts()
                    .find(EmailAddress.of("taro@example.jp"))
                    .orElseThrow();
            assertThat(office.registry().endSessions(taro)).isOne();
            assertThat(left).containsExactly("taro");
            assertThat(office.registry().endSessions(taro)).isZero();
        }
    }

    @Test
    default void sessionsOfAnotherProcessEndToo() throws InterruptedException {
        try (Office office = staffed();
                Registry colleague = office.colleague()) {
            colleague.start();
            CountDownLatch ended = new CountDownLatch(3);
            office.registry()
                    .accounts()
                    .list()
                    .forEach(account -> enter(office, colleague, account.address(), ended::countDown));
            office.registry().accounts().changePassword(EmailAddress.of("taro@example.jp"), "atarashii hako", DESK);
            office.registry().domains().suspend(DomainName.of("example.org"), true, DESK);
            office.registry().customers().suspend("other", true, DESK);
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    default void whatEndedBeforeAProcessBeganIsNoneOfItsBusiness() {
        try (Office office = staffed()) {
            office.registry().customers().suspend("demo", true, DESK);
            office.registry().customers().suspend("demo", false, DESK);
            office.reopen();
            List<String> left = everybodyEnters(office, office.registry());
            office.registry().domains().suspend(DomainName.of("example.net"), true, DESK);
            assertThat(left).containsExactly("jiro");
        }
    }
}
