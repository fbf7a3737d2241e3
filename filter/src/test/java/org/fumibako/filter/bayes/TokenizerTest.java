// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static long[] tokens(String text) {
        TokenSet tokens = new TokenSet(1_000);
        Tokenizer.cut(text, TokenHash.seed("x"), tokens);
        return tokens.sorted();
    }

    @Test
    void makesTheSameTokensOfWhatReadsTheSame() {
        assertThat(tokens("Ｂｕｙ ｎｏｗ")).isEqualTo(tokens("buy NOW"));
        assertThat(tokens("pass\u200bword")).isEqualTo(tokens("password"));
        assertThat(tokens("ﾊﾟｽﾜｰﾄﾞ")).isEqualTo(tokens("パスワード"));
    }

    @Test
    void cutsJapaneseIntoPairs() {
        assertThat(tokens("当選おめで")).hasSize(4);
        assertThat(tokens("ご当選者様")).contains(tokens("当選"));
        assertThat(tokens("当 選")).isEmpty();
    }

    @Test
    void pairsNeighbouringWords() {
        assertThat(tokens("buy cheap")).hasSize(3).isNotEqualTo(tokens("cheap buy"));
    }

    @Test
    void tellsLongWordsAndNumbersByTheirLength() {
        assertThat(tokens("1234567")).isEqualTo(tokens("7654321")).isNotEqualTo(tokens("12345"));
        assertThat(tokens("a".repeat(70))).isEqualTo(tokens("b".repeat(70)));
    }

    @Test
    void keepsNoMoreThanItMay() {
        TokenSet few = new TokenSet(10);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("word").append(i).append(' ');
        }
        Tokenizer.cut(text.toString(), 1, few);
        assertThat(few.size()).isEqualTo(10);
    }

    /** Rows of counts are keyed by these. */
    @Test
    void neverMakesOtherTokensThanBefore() {
        assertThat(TokenHash.of(TokenHash.seed("subject"), "spam")).isEqualTo(1_939_944_255_089_246_256L);
    }
}
