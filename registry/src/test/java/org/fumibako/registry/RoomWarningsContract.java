// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which owners were told that their mailbox fills up. */
interface RoomWarningsContract {
    Office office();

    @Test
    default void whoWasToldIsKnownAfterARestart() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("demo"));
            Account taro = office.account("taro@example.jp");
            Account hanako = office.account("hanako@example.jp");
            office.registry().roomWarnings().told(hanako.id(), 80);
            office.reopen();
            RoomWarnings warnings = office.registry().roomWarnings();
            assertThat(warnings.after(0, 10))
                    .isEqualTo(List.of(new RoomWarnings.Told(taro, 0), new RoomWarnings.Told(hanako, 80)));
            assertThat(warnings.after(0, 1)).hasSize(1);
            assertThat(warnings.after(taro.id().value(), 10)).containsExactly(new RoomWarnings.Told(hanako, 80));
            assertThat(warnings.after(hanako.id().value(), 10)).isEmpty();
        }
    }
}
