// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {
    @ParameterizedTest
    @EnumSource
    void everyEndingIsFoundBehindAName(Ending ending) {
        assertThat(Ending.of(EmailAddress.of("somebody-" + ending.word() + "@gmail.test")))
                .contains(ending);
    }

    @ParameterizedTest
    @CsvSource({"full, FULL", "Some.Body+FULL, FULL", "a-hang-dot, HANG_DOT"})
    void theNameMayBeShortLoudOrSeparatedByAPlus(String name, Ending ending) {
        assertThat(Ending.of(EmailAddress.of(name + "@gmail.test"))).contains(ending);
    }

    @Test
    void aNameThatOnlySoundsLikeOneIsAName() {
        assertThat(Ending.of(EmailAddress.of("joyfull@gmail.test"))).isEmpty();
    }
}
