// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramQueryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"税", "請求", "請求書", "請求書を送る", "第3回", "a税b", "a", "ab", "abc", "\ud840\udc0b", "\ud840\udc0ba"})
    void theIndexKnowsForCertain(String word) {
        assertThat(GramQuery.of(TextField.BODY, word).exact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "請求 no. 12", "ab税", "第2026回"})
    void oneHasToLook(String word) {
        assertThat(GramQuery.of(TextField.BODY, word).exact()).isFalse();
    }

    @Test
    void ofALongWordTheBeginningIsAskedFor() {
        for (int over = -1; over <= 1; over++) {
            String word = "請".repeat(GramQuery.MAX_CHARACTERS + over);
            assertThat(GramQuery.of(TextField.BODY, word).exact())
                    .as("over by %d", over)
                    .isEqualTo(over <= 0);
        }
    }
}
