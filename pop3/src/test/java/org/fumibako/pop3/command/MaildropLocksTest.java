// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.model.AccountId;
import org.junit.jupiter.api.Test;

class MaildropLocksTest {
    private static final AccountId TARO = new AccountId(1);

    private final MaildropLocks locks = MaildropLocks.inProcess();

    @Test
    void oneAtATimeHoldsAMaildrop() {
        MaildropLocks.Lock first = locks.take(TARO).orElseThrow();
        assertThat(locks.take(TARO)).isEmpty();
        assertThat(locks.take(new AccountId(2))).isPresent();

        first.close();

        assertThat(locks.take(TARO)).isPresent();
    }

    @Test
    void aLockThatIsClosedTwiceDoesNotFreeTheNextHolders() {
        MaildropLocks.Lock first = locks.take(TARO).orElseThrow();
        first.close();
        assertThat(locks.take(TARO)).isPresent();

        first.close();

        assertThat(locks.take(TARO)).isEmpty();
    }
}
