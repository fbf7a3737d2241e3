// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final AccountId TARO = new AccountId(1);
    private static final AccountId HANAKO = new AccountId(2);
    private static final AppPassword PHONE = appPassword(7);

    private final Sessions sessions = new Sessions();
    private final List<String> ended = new ArrayList<>();

    @Test
    void allSessionsOfOneAccountEndAndNoOthers() {
        sessions.enter(granted(TARO), () -> ended.add("smtp"));
        sessions.enter(granted(TARO), () -> ended.add("imap"));
        sessions.enter(granted(HANAKO), () -> ended.add("hanako"));
        assertThat(endAll()).isEqualTo(2);
        assertThat(ended).containsExactlyInAnyOrder("smtp", "imap");
        assertThat(sessions.count(HANAKO)).isOne();
        assertThat(endAll()).isZero();
    }

    @Test
    void sessionsOfAnAppPasswordEndByThemselves() {
        SignIn.Granted own = granted(TARO);
        sessions.enter(own, () -> ended.add("own"));
        sessions.enter(new SignIn.Granted(own.account(), Optional.of(appPassword(8)), 0), () -> ended.add("tablet"));
        Runnable over = sessions.enter(
                new SignIn.Granted(own.account(), Optional.of(PHONE), 0), () -> ended.add("phone, before"));
        over.run();
        sessions.enter(new SignIn.Granted(own.account(), Optional.of(PHONE), 0), () -> ended.add("phone"));
        assertThat(sessions.end(SessionEnding.of(PHONE))).isOne();
        assertThat(ended).containsExactly("phone");
        assertThat(sessions.end(SessionEnding.of(PHONE))).isZero();
        assertThat(sessions.count(TARO)).isEqualTo(2);
    }

    private int endAll() {
        return sessions.end(SessionEnding.of(granted(TARO).account()));
    }

    private static SignIn.Granted granted(AccountId id) {
        EmailAddress address = EmailAddress.of("a" + id.value() + "@example.jp");
        return new SignIn.Granted(new Account(id, new CustomerId(1), new DomainId(1), address, Quota.DEFAULT, false));
    }

    private static AppPassword appPassword(long id) {
        return new AppPassword(id, TARO, "n" + id, AppScope.ALL, Instant.EPOCH, Optional.empty());
    }

    @Test
    void sessionThatIsOverIsNotEndedAgain() {
        Runnable over = sessions.enter(granted(TARO), () -> ended.add("first"));
        sessions.enter(granted(TARO), () -> ended.add("second"));
        over.run();
        over.run();
        assertThat(endAll()).isOne();
        assertThat(ended).containsExactly("second");
    }

    @Test
    void sessionMayLeaveWhileItIsEnded() {
        Runnable[] over = {() -> {}};
        over[0] = sessions.enter(granted(TARO), () -> {
            ended.add("closed");
            over[0].run();
        });
        assertThat(endAll()).isOne();
        assertThat(ended).containsExactly("closed");
        assertThat(sessions.count(TARO)).isZero();
    }
}
