// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.model.AccountId;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final AccountId TARO = new AccountId(1);
    private static final AccountId HANAKO = new AccountId(2);

    private final Sessions sessions = new Sessions();
    private final List<String> ended = new ArrayList<>();

    @Test
    void allSessionsOfOneAccountEndAndNoOthers() {
        sessions.enter(TARO, () -> ended.add("smtp"));
        sessions.enter(TARO, () -> ended.add("imap"));
        sessions.enter(HANAKO, () -> ended.add("hanako"));
        assertThat(sessions.end(TARO)).isEqualTo(2);
        assertThat(ended).containsExactlyInAnyOrder("smtp", "imap");
        assertThat(sessions.count(HANAKO)).isOne();
        assertThat(sessions.end(TARO)).isZero();
    }

    @Test
    void sessionThatIsOverIsNotEndedAgain() {
        Runnable over = sessions.enter(TARO, () -> ended.add("first"));
        sessions.enter(TARO, () -> ended.add("second"));
        over.run();
        over.run();
        assertThat(sessions.end(TARO)).isOne();
        assertThat(ended).containsExactly("second");
    }

    @Test
    void sessionMayLeaveWhileItIsEnded() {
        Runnable[] over = {() -> {}};
        over[0] = sessions.enter(TARO, () -> {
            ended.add("closed");
            over[0].run();
        });
        assertThat(sessions.end(TARO)).isOne();
        assertThat(ended).containsExactly("closed");
        assertThat(sessions.count(TARO)).isZero();
    }
}
