// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");

    private final PasswordRules rules = new PasswordRules();

    @Test
    void passwordOfTenCharactersIsTheShortest() {
        assertThat(rules.objection(TARO, "kx7vq2mwz"))
                .hasValueSatisfying(why -> assertThat(why).contains("at least 10"));
        assertThat(rules.objection(TARO, "kx7vq2mwz9")).isEmpty();
    }

    @Test
    void passwordOf256CharactersIsTheLongest() {
        String long256 = "kx7vq2mw".repeat(32);
        assertThat(rules.objection(TARO, long256)).isEmpty();
        assertThat(rules.objection(TARO, long256 + "z"))
                .hasValueSatisfying(why -> assertThat(why).contains("at most 256"));
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(rules.objection(TARO, "馬𠮷鹿田島本山川海空")).isEmpty();
        assertThat(rules.objection(TARO, "馬𠮷鹿田島本山川海")).isPresent();
    }

    @Test
    void charactersThatAreDroppedOrFoldedDoNotMakeItLongerOrRarer() {
        assertThat(rules.objection(TARO, "\u200b".repeat(12))).isPresent();
        assertThat(rules.objection(TARO, "kx7vq2mwz\u200d")).isPresent();
        assertThat(rules.objection(TARO, "１２３４５６７８９０")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "qwertyuiop", "QWERTYUIOP", "password123", "aaaaaaaaaa", "abababababab"})
    void passwordThatEverybodyTriesIsRefused(String password) {
        assertThat(rules.objection(TARO, password))
                .hasValueSatisfying(why -> assertThat(why).contains("first that anybody would try"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taro@example.jp", "xTARO@EXAMPLE.JPx", "i am taro 99", "ＴＡＲＯ is my name"})
    void passwordWithTheAddressInItIsRefused(String password) {
        assertThat(rules.objection(TARO, password))
                .hasValueSatisfying(why -> assertThat(why).contains("must not contain the address"));
    }

    @Test
    void shortFirstPartMayBePartOfAGoodPassword() {
        assertThat(rules.objection(EmailAddress.of("jo@example.jp"), "major jolly zebra"))
                .isEmpty();
        assertThat(rules.objection(EmailAddress.of("jon@example.jp"), "a jonquil zebra"))
                .isPresent();
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(rules.objection(TARO, "kx7vq2mwz9\n")).isPresent();
        assertThat(rules.objection(TARO, "kx7vq\u0000mwz9a")).isPresent();
    }
}
