// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** i;unicode-casemap (RFC 5051). */
class CollationTest {
    @ParameterizedTest
    @CsvSource({"a, A", "straße, STRAßE", "é, É", "ａ, A", "ｶﾞ, ガ", "ǆ, ǅ"})
    void takenForTheSame(String one, String other) {
        assertThat(Collation.key(one)).isEqualTo(Collation.key(other));
    }

    @ParameterizedTest
    @CsvSource({"'', a", "a, b", "A, b", "a, B", "é, Z", "b, 会", "会, 議", "ｱ, 会"})
    void ordered(String lower, String higher) {
        assertThat(Arrays.compareUnsigned(Collation.key(lower), Collation.key(higher)))
                .isNegative();
    }

    @Test
    void charactersBeyondTheBasicPlaneComeLast() {
        assertThat(Arrays.compareUnsigned(Collation.key("\uffee"), Collation.key("\ud83d\ude00")))
                .isNegative();
    }

    @Test
    void textIsComparedUpToTheBound() {
        String most = "x".repeat(Collation.MAX_CHARACTERS - 1);

        assertThat(Collation.key(most + "a")).isNotEqualTo(Collation.key(most + "b"));
        assertThat(Collation.key(most + "xa")).isEqualTo(Collation.key(most + "xb"));
        assertThat(Collation.key(most + "\ud83d\ude00")).isEqualTo(Collation.key(most));
    }

    @Test
    void keyHasABoundWhateverDecompositionMakesOfIt() {
        assertThat(Collation.key("\ufdfa".repeat(Collation.MAX_CHARACTERS))).hasSize(Collation.MAX_KEY);
    }
}
