// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Hello, hELLO",
        "ﾃﾞｰﾀ, データ",
        "ＡＢＣ, abc",
        "〜, ～",
        "①, 1",
        "㈱, (株)",
        "Straße, STRASSE",
        "Ärger, a\u0308rger",
    })
    void whatPeopleTakeForTheSameFoldsAlike(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void differentWordsStayDifferent() {
        assertThat(Folding.fold("東京")).isNotEqualTo(Folding.fold("京都"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|a  b|, |a b|",
                "|a\tb|, |a\u3000b|",
                "|a\r\nb|, |a b|",
                "|請求\r\n書|, |請求書|",
                "|請求\r\n  書|, |請求書|",
                "|信\u00ad用|, |信用|",
                "|ΟΔΟΣ|, |οδος|",
                "|カ\u3099|, |ガ|",
                "|e\u0301|, |É|",
            })
    void spacesAndMarksAreAsPeopleSeeThem(String one, String other) {
        assertThat(Folding.fold(one.translateEscapes())).isEqualTo(Folding.fold(other.translateEscapes()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|請求 書|, |請求書|",
                "|請求\r\n\r\n書|, |請求書|",
                "|a\r\nb|, |ab|",
            })
    void wordsThatStandApartStayApart(String one, String other) {
        assertThat(Folding.fold(one.translateEscapes())).isNotEqualTo(Folding.fold(other.translateEscapes()));
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        long seed = new java.util.Random().nextLong();
        RandomWords words = new RandomWords(new java.util.Random(seed));
        for (int i = 0; i < 2_000; i++) {
            String folded = Folding.fold(words.text(40));
            assertThat(Folding.fold(folded)).as("seed %d", seed).isEqualTo(folded);
            assertThat(folded).as("seed %d", seed).doesNotContain("\n", "\r", "\t", "  ");
        }
    }
}
